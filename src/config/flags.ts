/** How a flag is said to be on, or off. */
export const ON = /^(?:true|on|yes|1)$/i;
export const OFF = /^(?:false|off|no|0)$/i;
