/**
 * Families of words that most questions and pages could exchange. Only what a word commonly means: neither what is more general (animal for
 * dog) nor what is beside it (red, blue), and no word that would match everywhere. Forms that the stemmer leads to one stem need no family; what it
 * keeps apart (choose, choice) does. `bench/quality.ts` measures a change.
 */
export const FAMILIES = `
abroad/overseas absence/absent absorb/absorption accidental/unintentional/inadvertent account/profile accurate/accuracy/precise
achieve/attain/accomplish ad/advert/advertisement adapter/adaptor add/addition admin/administrator admit/admission advise/advice/advisor
affect/influence agree/agreement agriculture/farming airplane/aeroplane/aircraft/plane allergy/allergic allow/permit/permission
aluminum/aluminium amount/quantity/number analysis/analytical analyze/analysis animal/creature answer/reply/respond
answer/reply/response anxiety/anxious applicant/apply approximately/roughly archaeology/archaeologist/archeology
area/region/zone/territory argue/argument army/military artefact/artifact assign/allocate assume/assumption astronomy/astronomer
async/asynchronous attack/assault audio/sound authenticate/auth automate/automatic baby/infant/newborn bacterium/bacterial
bankrupt/bankruptcy/insolvent battle/fight begin/opening begin/origin begin/start/commence beginner/novice behave/behaviour
believe/belief benefit/advantage benefit/perk bicycle/bike big/large biology/biological/biologist book/publication border/boundary
border/frontier born/birth boss/manager/supervisor brain/cerebral break/breakage broken/damaged/defective/faulty bug/glitch
build/construct bury/burial buy/purchase buyer/customer/client buyer/purchaser/shopper canteen/cafeteria car/vehicle/automobile
catalogue/catalog categorise/classify/classification cause/reason certify/certification change/modify/alter/edit
change/modify/modification/alter/amend characteristic/trait cheap/inexpensive/affordable chemistry/chemical/chemist child/kid
childcare/daycare choose/choice/select choose/select/pick cite/citation click/press/tap clothing/garment/apparel code/program
collaborate/cooperate colleague/coworker collide/collision combine/merge/merger combine/merge/unite company/firm/business/corporation
compare/comparison compete/competition/competitor complain/complaint/grievance complex/complicated comply/compliance/compliant
compose/composition computer/pc conclude/conclusion config/configuration/setup consume/consumption contain/include/comprise
contract/agreement convert/conversion/transform copy/duplicate correct/right cost/price/charge/fee country/nation coverage/cover
cpu/processor crash/hang/freeze create/creation/creator crime/criminal cure/treat/treatment damage/harm danger/risk/hazard database/db
day/daily debug/debugger/troubleshoot decide/decision deep/depth defeat/beat/beaten defect/fault/faulty/flaw defend/defence
delete/remove/erase deliver/delivery/shipping/shipment democracy/democratic deploy/rollout destroy/destruction destroy/ruin
device/gadget diagnose/diagnosis/diagnostic dialogue/dialog die/died/dying/death/dead diet/dietary difficult/difficulty/hard
disable/deactivate disadvantage/drawback/downside disappear/vanish discard/dispose discipline/disciplinary disclose/disclosure/reveal
discover/discovery disease/illness/sickness disk/disc dispatch/despatch/shipment distinguish/distinction/differentiate divide/division
doctor/physician document/doc donate/donor dose/dosage drink/beverage drive/driver dry/dried duration/long duty/obligation
earn/income/salary/wage earthquake/quake/seismic easy/easily/ease/simple economy/economic/economist effect/impact election/electoral
eligible/entitled/qualify emphasise/emphasis employ/employment employee/staff/personnel/worker empty/blank enable/activate end/finish
enlarge/expand/expansion enter/entry/entrance environment/env erode/erosion error/fault/bug/problem/issue error/mistake
essential/vital/crucial evaluate/assess/appraise evidence/proof evolve/evolution exact/precise exam/examination exclude/exclusion
expect/anticipate expense/expenditure/spending expensive/costly/pricey expert/specialist expire/expiry explanation/clarify/clarification
explode/explosion extend/extension/prolong fail/failure fall/decrease/decline/drop/reduce famous/known far/distance/distant
fast/quick/quickly/rapid/rapidly father/dad fatigue/tiredness favourite/favorite fear/afraid/scared feature/function/capability
feel/felt file/document finance/financial/fiscal find/found/locate find/locate/discover fix/repair/solve/resolve flu/influenza
fly/flight folder/directory font/typeface food/meal forbid/prohibit/disallow/ban found/establish fraud/fraudulent/scam free/freedom
freedom/liberty fungus/fungal game/sport/match garbage/trash/rubbish gasoline/petrol gather/collect gene/genetic
geology/geological/geologist gravity/gravitational gray/grey group/team grow/growth grow/increase/rise gui/ui guidance/guideline
guide/guidance headquarters/hq heal/cure health/healthy heart/cardiac help/assist/aid helpline/hotline hide/conceal high/height/tall
highway/motorway/freeway hire/recruit/employ history/historical/historian home/house hot/heat hour/hourly hurt/injure/harm id/identifier
idea/concept identify/identification illegal/unlawful/illicit immigrant/migrant important/significant/major improve/enhance
inbox/mailbox include/inclusion infection/infectious/contagious info/information injure/injury/hurt injury/injured/wound
inquiry/enquiry/enquire/inquire inspect/examine install/setup/configure internet/web introduce/introduction invade/invasion
invent/inventor inventory/stock invoice/bill islam/muslim item/product job/occupation/profession join/enter judge/judgment/judgement
justify/justification keep/retain/retention kill/murder/assassinate kind/type/sort king/royal/kingdom knew/known/knowledge
language/linguistic latency/lag latest/newest launch/start law/legal law/legislation/statute lawyer/attorney/solicitor lay/laid
lead/leader/leadership leader/head learn/learnt leave/depart/exit lend/loan/lender length/duration letter/message
lifespan/lifetime/longevity limit/restrict link/hyperlink literature/literary live/life/alive live/reside/dwell/inhabit log/sign
login/logon/signin logout/logoff/signout long/length/lengthy look/search/seek lose/defeat lose/loss lost/missing lung/pulmonary
machine/device magazine/journal/newspaper mail/email main/primary/principal maintain/maintenance/upkeep
mandatory/compulsory/obligatory/required manual/handbook/guide manufacturer/maker marry/marriage/wed mathematics/mathematician/maths
maximum/highest maximum/maximal/max medicine/drug/medication meeting/conference method/way/approach/technique minimum/least/lowest
minimum/min minimum/minimal mix/mixture/blend money/cash/fund month/monthly moon/lunar mother/mom/mum mountain/hill move/movement/motion
movie/film name/call necessary/necessity/essential new/recent/modern noise/noisy/loud notify/notification/alert obese/overweight
obsolete/outdated/deprecated obtain/acquire/acquisition obtain/receive/acquire occur/occurrence/happen often/frequently/frequency
old/ancient option/setting/preference organisation/institution outage/downtime owner/ownership pain/ache parameter/param parcel/package
part/piece/portion/section participant/attendee password/passcode/passphrase pay/payment payslip/paystub percent/percentage
person/people pharmacy/drugstore philosophy/philosopher phone/telephone/smartphone/cellphone photo/photograph/photography
picture/image/photo plant/vegetation plugin/addon poem/poet/poetry poison/toxic/toxin politics/politician pollution/contamination
poor/impoverished poor/poverty postcode/zipcode postpone/defer/delay power/strength/force practise/practice predict/forecast
pregnant/pregnancy prescribe/prescription president/presidential prevent/avoid previous/prior prioritise/priority
prison/jail/imprisonment private/privacy privilege/permission probability/likelihood/chance probation/probationary problem/issue/trouble
produce/production/manufacture program/programme programmer/coder/developer pronounce/pronunciation protect/defend/guard
protect/safeguard prove/proof/proven psychology/psychologist punishment/penalty purpose/goal/aim/objective qualify/qualification
questionnaire/survey quote/quotation rain/rainfall/precipitation receive/receipt/reception recognise/recognition
recover/recovery/restore reduce/reduction/decrease/diminish refer/referral refresh/reload refrigerator/fridge refund/reimburse
refuse/deny/denial register/registration/enrol/signup reject/refuse reliable/dependable/trustworthy religion/religious
rely/reliance/depend remember/recall remove/uninstall renovate/refurbish rent/lease/rental repair/fix/mend repay/repaid/repayment
repeat/repetition replace/substitute repository/repo representative/rep requirement/prerequisite resign/quit resist/withstand
resolve/resolution respond/response/reply restart/reboot result/effect/consequence/outcome revoke/revocation rich/wealthy/wealth
river/stream road/street rob/robbery/robber rota/roster rotate/spin/spun/revolve rule/regulation/law rule/reign/govern run/execute
safe/safety/secure salary/wage/remuneration/pay satisfy/satisfaction schedule/timetable science/scientific/scientist
screen/display/monitor sea/ocean seize/seizure sell/sale seller/vendor send/transmit separate/divide/split settle/settlement/settler
shape/form ship/deliver/dispatch shop/store shortage/scarcity/scarce shown/display shrink/shrinkage shut/close/closure sick/ill/unwell
sidewalk/pavement sign/signature simplify/simplification sing/song/singer size/dimension slave/slavery/enslaved sleep/asleep sleep/rest
slow/slowly/sluggish small/little/tiny smell/odor/odour/scent soccer/football software/application/app solve/solution song/music
spam/junk speak/speech/talk specify/specification/spec speed/velocity/rate statistics/stats stomach/gastric stop/halt/cease
store/storage story/tale strategy/strategic strong/strength student/pupil submit/submission subscribe/subscription succeed/success
suggest/propose/recommend summarise/summary sun/solar supervise/supervisor/oversee supplier/vendor supply/supplier sure/certain
surgery/surgeon/surgical survive/survivor suspend/suspension swim/swimmer synchronise/sync tax/taxation teach/instruct teach/teacher
teacher/instructor teenager/teen/adolescent television/tv temporary/interim/provisional test/exam thaw/defrost theft/thief/steal
theory/theoretical therapy/treatment think/believe threaten/threat tie/tied timesheet/timecard tire/tyre toilet/restroom/lavatory
tooth/dental town/city travel/journey/trip trousers/pants truck/lorry true/truth try/tried/attempt typo/misspelling
understand/comprehend undo/revert/rollback undo/undone/revert unemployed/jobless university/college update/upgrade urgent/urgency
usage/utilization use/utilize/employ user/person usually/normally/typically vacation/holiday/pto vaccine/immunization/inoculation
validate/verify variable/var vary/variation/variety verify/verification/confirm version/release virus/viral/viruses
vision/sight/eyesight visit/visitor volcano/volcanic voucher/coupon wait/delay wake/awake war/conflict war/warfare warm/warmth
warning/alert warranty/guarantee website/site/page week/weekly weigh/weight weight/mass whole/entire/complete wide/width/broad/breadth
wifi/wireless/wlan win/winner/victory wish/desire wood/wooden/timber write/writer/author wrong/incorrect year/annual/yearly young/youth
`;
