/** Families as in `thesaurus-families.ts`, of what handbooks of companies, and those who run software, write about. */
export const WORKPLACE_FAMILIES = `
acknowledge/confirm app/application applicant/candidate appraisal/review attachment/enclosure audit/inspection availability/sla
ban/forbidden beamer/projector bin/trash budget/allowance bug/defect camera/cctv cap/limit carpool/rideshare cctv/surveillance
checklist/list cigarette/smoking commute/travel compliance/regulation confidential/secret consultant/contractor contractor/freelancer
courier/delivery course/training customer/client daycare/nursery/kindergarten decline/refuse delete/erasure deploy/release
desktop/computer dev/developer discount/reduction doctor/gp donation/charity equity/shares escort/accompany expire/lapse fever/temperature
flight/plane footage/recording fortnight/weeks fuel/petrol/gasoline garage/parking glasses/eyewear/spectacles guarantee/promise
gym/fitness headcount/staff holiday/leave hotel/accommodation hotline/phone incident/outage injured/hurt injury/accident
insurance/coverage intern/trainee internet/broadband itinerary/route jetlag/fatigue joiner/starter/newcomer kitchen/pantry lag/slow
laptop/computer layoff/dismissal layoff/redundancy leftover/unused/remaining legacy/old limit/maximum marry/wedding maternity/parental
meeting/appointment mfa/2fa money/funds nda/confidentiality newsletter/bulletin normal/standard notice/resignation offboarding/departure
offline/disconnected onboarding/induction optional/voluntary outage/interruption overpay/overpayment owner/responsible parcel/shipment
patch/update paternity/parental paycheck/salary payday/salary payslip/paycheck payslip/payroll perf/performance permission/approval
permitted/allowed plug/socket postmortem/retrospective pregnant/maternity procurement/purchasing prod/production production/live
receipt/proof recommend/referral reject/decline reminder/prompt rota/schedule screen/monitor screenshot/capture
secret/credential servicedesk/helpdesk severance/redundancy severity/priority shuttle/bus signature/sign signoff/approval
slides/powerpoint slides/presentation socket/outlet spreadsheet/excel standard/usual stipend/allowance stock/shares stolen/theft
subscriber/customer subtitle/caption subway/metro/underground swap/exchange swap/switch temp/temporary template/boilerplate throttle/limit
ticket/case ticket/issue timeout/expiry training/workshop tram/streetcar trash/waste unreachable/offline unspent/unused
uptime/availability uptime/sla usual/regular vacancy/opening vacation/leave visa/permit waive/exempt webpage/site website/site
whiteboard/flipchart
`;
