/**
 * Abbreviations that most people know, each with what it stands for: pages write the one and questions the other. None that means
 * something else in a question ("5 pm", "500 ml", "atm").
 */
export const ABBREVIATIONS = `
2fa = two-factor authentication
ai = artificial intelligence
ceo = chief executive
cfo = chief financial officer
cpu = processor
cto = chief technology officer
cv = résumé
eu = european union
gdp = gross domestic product
gpu = graphics card
hq = headquarters = head office
hr = human resources
iot = internet of things
kpi = performance indicator
mfa = multi-factor authentication
nda = non-disclosure agreement
nyc = new york
os = operating system
pto = paid time off
qa = quality assurance
roi = return on investment
saas = software as a service
sla = service level agreement
sso = single sign-on
uae = united arab emirates
ui = user interface
uk = united kingdom
un = united nations
usa = us = united states
ux = user experience
vat = value added tax
vpn = virtual private network
wfh = work from home = remote work
`;
