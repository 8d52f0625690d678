/**
 * Families of words that most questions and pages could exchange. Only what a word commonly means: neither what is more general (animal for
 * dog) nor what is beside it (red, blue), and no word whose stem is that of another common one (objective and object, customer and custom) or
 * that means something else in a team's pages (rate limit, Docker image, stock option). `bench/quality.ts` measures a change.
 */
export const FAMILIES = `
abroad/overseas absence/absent absorb/absorption accidental/unintentional/inadvertent account/profile accurate/accuracy/precise
achieve/attain/accomplish adapter/adaptor add/addition admin/administrator admit/admission advert/advertisement advise/advice/advisor
affect/influence agree/agreement agriculture/farming airplane/aeroplane/aircraft/plane allergy/allergic allow/permit/permission
aluminum/aluminium amount/quantity/number analysis/analytical analyze/analysis animal/creature answer/reply/respond
answer/reply/response anxiety/anxious approximately/roughly archaeology/archaeologist/archeology area/region/zone/territory
argue/argument army/military artefact/artifact assign/allocate assume/assumption astronomy/astronomer async/asynchronous attack/assault
audio/sound authenticate/auth automate/automatic baby/infant/newborn bacterium/bacterial bankrupt/bankruptcy/insolvent battle/fight
begin/opening begin/origin begin/start/commence beginner/novice behave/behaviour believe/belief benefit/advantage benefit/perk
bicycle/bike big/large biology/biological/biologist border/boundary border/frontier born/birth boss/manager/supervisor brain/cerebral
break/breakage broken/damaged/defective/faulty bug/glitch build/construct bury/burial buy/purchase buyer/client buyer/purchaser/shopper
canteen/cafeteria car/vehicle/automobile catalogue/catalog categorise/classify/classification cause/reason certify/certification
change/modify/alter/edit change/modify/modification/alter/amend characteristic/trait cheap/inexpensive/affordable
chemistry/chemical/chemist child/kid childcare/daycare choose/choice/select choose/select/pick cite/citation click/press/tap
clothing/garment/apparel code/program collaborate/cooperate colleague/coworker collide/collision combine/merge/merger
company/firm/corporation compare/comparison compete/competition/competitor complain/complaint/grievance complex/complicated
comply/compliance/compliant compose/composition conclude/conclusion config/configuration/setup consume/consumption contract/agreement
copy/duplicate correct/right cost/price/charge/fee country/nation coverage/cover cpu/processor crash/hang create/creation/creator
crime/criminal cure/treat/treatment damage/harm danger/risk/hazard database/db day/daily debug/debugger/troubleshoot decide/decision
deep/depth defect/fault/faulty/flaw defend/defence delete/remove/erase deliver/delivery/shipping/shipment democracy/democratic
deploy/rollout destroy/destruction destroy/ruin device/gadget diagnose/diagnosis/diagnostic dialogue/dialog die/died/dying/death/dead
diet/dietary difficult/difficulty/hard disadvantage/drawback/downside disappear/vanish discard/dispose discipline/disciplinary
disclose/disclosure/reveal discover/discovery disease/illness/sickness disk/disc dispatch/despatch/shipment
distinguish/distinction/differentiate divide/division doctor/physician document/doc donate/donor dose/dosage drink/beverage drive/driver
duration/long duty/obligation earn/income/salary/wage earthquake/quake/seismic easy/easily/ease/simple economy/economic/economist
effect/impact election/electoral eligible/entitled/qualify emphasise/emphasis employee/staff/personnel empty/blank enable/activate
end/finish enlarge/expand/expansion enter/entry/entrance environment/env erode/erosion error/fault/bug/problem/issue error/mistake
essential/vital/crucial evaluate/assess/appraise evidence/proof evolve/evolution exact/precise exam/examination exclude/exclusion
expect/anticipate expense/expenditure/spending expensive/costly/pricey expert/specialist expire/expiry explanation/clarify/clarification
explode/explosion extend/extension/prolong fail/failure fall/decrease/decline/drop/reduce famous/known far/distance/distant
fast/quick/quickly/rapid/rapidly father/dad fatigue/tiredness favourite/favorite fear/afraid/scared feature/function/capability
file/document finance/financial/fiscal find/locate/discover fix/repair/solve/resolve flu/influenza fly/flight folder/directory
font/typeface food/meal forbid/prohibit/disallow/ban fraud/fraudulent/scam free/freedom freedom/liberty fungus/fungal game/sport
garbage/trash/rubbish gasoline/petrol gather/collect gene/genetic geology/geological/geologist gravity/gravitational gray/grey
grow/growth grow/increase/rise gui/ui guidance/guideline guide/guidance headquarters/hq heal/cure health/healthy heart/cardiac
help/assist/aid helpline/hotline hide/conceal high/height/tall highway/motorway/freeway hire/recruit history/historical/historian
home/house hot/heat hour/hourly hurt/injure/harm id/identifier idea/concept identify/identification illegal/unlawful/illicit
immigrant/migrant improve/enhance inbox/mailbox include/comprise include/inclusion infection/infectious/contagious info/information
injure/injury/hurt injury/injured/wound inquiry/enquiry/enquire/inquire inspect/examine install/setup/configure internet/web
introduce/introduction invade/invasion invent/inventor invoice/bill islam/muslim job/profession join/enter judge/judgment/judgement
justify/justification keep/retain/retention kill/murder/assassinate kind/type/sort king/royal/kingdom knew/known/knowledge
language/linguistic latency/lag latest/newest launch/start lawyer/attorney/solicitor leave/exit legislation/statute lend/loan/lender
length/duration letter/message lifespan/lifetime/longevity limit/restrict link/hyperlink literature/literary live/life/alive
live/reside/dwell/inhabit login/logon/signin logout/logoff/signout long/length/lengthy look/search/seek lose/defeat lose/loss
lost/missing lung/pulmonary machine/device magazine/journal/newspaper mail/email main/primary/principal maintain/maintenance/upkeep
mandatory/compulsory/obligatory/required manual/handbook/guide manufacturer/maker marry/marriage mathematics/mathematician/maths
maximum/highest maximum/maximal/max medicine/drug/medication meeting/conference method/way/approach/technique minimum/least/lowest
minimum/min minimum/minimal mix/mixture/blend money/cash/fund month/monthly moon/lunar mother/mum mountain/hill move/movement/motion
movie/film necessary/necessity/essential new/recent/modern noise/noisy/loud notification/alert obese/overweight
obsolete/outdated/deprecated obtain/acquire/acquisition obtain/receive/acquire occur/occurrence/happen often/frequently/frequency
old/ancient organisation/institution outage/downtime owner/ownership pain/ache parameter/param parcel/package participant/attendee
password/passcode/passphrase pay/payment payslip/paystub percent/percentage person/people pharmacy/drugstore philosophy/philosopher
phone/telephone/smartphone/cellphone photo/photograph/photography piece/portion/section plant/vegetation plugin/addon poem/poet/poetry
poison/toxic/toxin pollution/contamination poor/impoverished poor/poverty postcode/zipcode postpone/defer/delay power/strength/force
practise/practice predict/forecast pregnant/pregnancy prescribe/prescription president/presidential prevent/avoid previous/prior
prioritise/priority prison/jail/imprisonment private/privacy privilege/permission probability/likelihood/chance probation/probationary
problem/issue/trouble produce/production/manufacture program/programme programmer/coder/developer pronounce/pronunciation
protect/defend/guard protect/safeguard prove/proof/proven psychology/psychologist punishment/penalty purpose/goal/aim
qualify/qualification questionnaire/survey rain/rainfall/precipitation recognise/recognition recover/recovery/restore
reduce/reduction/decrease/diminish refer/referral refresh/reload refrigerator/fridge refund/reimburse refuse/deny/denial
register/registration/enrol/signup reject/refuse reliable/dependable/trustworthy religion/religious rely/reliance/depend remember/recall
remove/uninstall renovate/refurbish rent/lease/rental repair/fix/mend repeat/repetition replace/substitute repository/repo
requirement/prerequisite resign/quit resist/withstand resolve/resolution respond/response/reply restart/reboot
result/effect/consequence/outcome revoke/revocation rich/wealthy/wealth river/stream road/street rob/robbery/robber rota/roster
rotate/spin/spun/revolve rule/regulation rule/reign/govern safe/safety/secure salary/wage/remuneration/pay satisfy/satisfaction
schedule/timetable science/scientific/scientist screen/display sea/ocean seize/seizure sell/sale seller/vendor send/transmit
separate/divide/split settle/settlement/settler shape/form ship/deliver/dispatch shop/store shortage/scarcity/scarce shown/display
shrink/shrinkage shut/close/closure sick/ill/unwell sidewalk/pavement significant/major simplify/simplification sing/song/singer
size/dimension slave/slavery/enslaved sleep/asleep sleep/rest slow/slowly/sluggish small/little/tiny smell/odor/odour/scent
soccer/football software/app solve/solution song/music spam/junk speak/speech/talk specify/spec speed/velocity statistics/stats
stomach/gastric stop/halt/cease store/storage story/tale strategy/strategic strong/strength student/pupil submit/submission
subscribe/subscription succeed/success suggest/propose/recommend summarise/summary sun/solar supervise/supervisor/oversee
supplier/vendor supply/supplier sure/certain surgery/surgeon/surgical survive/survivor suspend/suspension swim/swimmer synchronise/sync
tax/taxation teach/instruct teach/teacher teacher/instructor teenager/teen/adolescent television/tv temporary/interim test/exam
thaw/defrost theft/thief/steal theory/theoretical therapy/treatment think/believe threaten/threat timesheet/timecard tire/tyre
toilet/restroom/lavatory tooth/dental town/city travel/journey/trip trousers/pants truck/lorry true/truth try/tried/attempt
typo/misspelling understand/comprehend undo/revert/rollback undo/undone/revert unemployed/jobless update/upgrade urgent/urgency
usage/utilization usually/normally/typically vacation/holiday/pto vaccine/immunization/inoculation validate/verify variable/var
vary/variation/variety verify/verification/confirm virus/viral/viruses vision/sight/eyesight visit/visitor volcano/volcanic
voucher/coupon wait/delay wake/awake warm/warmth warning/alert warranty/guarantee week/weekly weigh/weight weight/mass
whole/entire/complete wide/width/broad/breadth wifi/wireless/wlan win/winner/victory wish/desire wood/wooden/timber write/writer
wrong/incorrect year/annual/yearly young/youth
`;
