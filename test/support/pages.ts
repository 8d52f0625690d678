/** A small knowledge folder for tests from an event to what a person sees. */
export const PAGES: Readonly<Record<string, string>> = {
  "it/vpn.md": `---
title: VPN
owner: it-team
reviewed: 2026-11-02
questions:
  - "How do I reset my VPN token? -> #reset-your-token"
---
# VPN

The VPN connects laptops to the company's network from anywhere.

## Reset your token

To reset your VPN token:

1. Open the self-service portal.
2. Choose **Security**, then *Reset token*.
3. Scan the new code with your phone.

## Supported systems

The VPN client runs on Linux, macOS and Windows.
`,
  "it/printers.md": `---
title: Printers
questions:
  - Where is the colour printer?
---
# Printers

## Colour printer

The colour printer stands on the second floor beside the kitchen.

## Toner

Order toner at the service desk; it arrives within two days.
`,
  "hr/leave.md": `---
title: Leave
audience: [discord:role:7001]
questions:
  - "How long can a sabbatical be? -> #sabbatical"
---
# Leave

## Sabbatical

A sabbatical of up to three months is granted after five years of zebrawork.
`,
  "hr/parking.md": `---
title: Parking
audience: [discord:guild:4194304000000000]
questions:
  - "When is the garage code changed? -> #garage-code"
---
# Parking

## Garage code

The garage code for the okapi lot is changed every Monday by the front desk.
`,
};
