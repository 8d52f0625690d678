/** A few pages for tests that do not ask for the shipped knowledge: every kind of block, and every kind of mischief. */
export const PAGES: Readonly<Record<string, string>> = {
  "it/vpn.md": `---
title: VPN
owner: it-team
reviewed: 2026-11-01
questions:
  - How do I reset my VPN token?
---

# VPN

The VPN connects laptops to the office network. See [printers](printers.md#printers) and [all](https://example.com/vpn).

## Reset your VPN token

To reset your VPN token, follow these steps:

1. Open the *token portal*.
2. Choose **Reset token**.
3. Confirm with your phone.

## VPN gateways

The table lists the VPN gateways by region.

| Region | Gateway address | Capacity |
|---|---|---|
| Europe | gateway-eu | 900 |
| Asia | gateway-asia | 400 |

## Configure the VPN on Linux

Write this VPN configuration for Linux:

\`\`\`ini
[connection]
gateway = gateway-eu
protocol = wireguard
\`\`\`
`,
  "it/printers.md": `# Printers

Printers on the third floor print in colour.
`,
  "hr/secrets.md": `---
audience: [http:token:hr]
---

# Bonus

The bonus budget is 4711 crowns.
`,
  "evil.md": `# Evil <script>alert(1)</script> pages

Xylophone attack: <script>window.pwned = 1</script> <img src=x onerror="window.pwned=1"> </style> </textarea> {{7*7}} [click](javascript:alert(1)) ![x](https://evil.example/x.png).

- \`</code><script>window.pwned=1</script>\`
- ${"wide".repeat(400)}
`,
};
