/**
 * Families of words that most questions and pages could exchange. Only what a word commonly means: neither what is more general
 * (animal for dog) nor what is beside it (red, blue), and no word whose stem is that of another common one (objective and
 * object, customer and custom) or that means something else in a team's pages (rate limit, Docker image, stock option).
 * `bench/quality.ts` measures a change.
 */
export const FAMILIES = `
abdomen/belly/abdominal ability/capability abolish/abolition abroad/overseas absence/absent absorb/absorption abstain/abstention
academy/academic/academia accelerate/speed access/permission accident/mishap accidental/accident accidental/unintentional/inadvertent
accommodation/lodging account/profile accurate/accuracy/precise accuse/allegation achieve/attain/accomplish acoustic/sound actor/performer
adapt/adjust adapter/adaptor add/addition adequate/sufficient adhere/adhesion adjust/alter adjust/tweak admin/administrator admit/admission
adult/grownup advert/advertisement advise/advice/advisor affect/influence afterwards/later/subsequently age/old agree/agreement
agree/consent agriculture/farming ailment/illness airplane/aeroplane/aircraft/plane airport/airfield/aerodrome alarm/alert
alcohol/booze/liquor alike/similar alkali/alkaline allergy/allergic allow/permit/permission ally/alliance aluminum/aluminium
ambition/ambitious amount/quantity/number amplify/amplification anaemia/anemia/anaemic analysis/analytical analyze/analysis
anarchy/anarchist ancestor/ancestry/ancestral/forefather anger/angry/furious animal/creature anniversary/jubilee anonymous/unnamed
answer/reply/respond answer/reply/response anthropology/anthropologist antidote/remedy anxiety/anxious anxiety/worry apartment/flat
apologise/apologetic append/add appetite/hunger apprentice/apprenticeship approve/endorse approximately/roughly aquatic/water
archaeology/archaeologist/archeology architect/architecture area/region/zone/territory arg/argument argue/argument argument/quarrel
army/military arrest/apprehend/detain arrive/reach artefact/artifact artificial/synthetic ascend/ascent/climb assign/allocate
assume/assumption asthma/asthmatic astonish/amaze/surprise astronaut/cosmonaut astronomy/astronomer async/asynchronous atheism/atheist
athlete/sportsman attack/assault attend/attendee attend/participate attic/loft auction/bid/bidder audio/sound audit/auditor
authenticate/auth autism/autistic autobiography/memoir automate/automatic autonomous/independent award/prize aware/conscious
baby/infant/newborn babysitter/nanny/childminder bacterium/bacterial badge/keycard bake/baker/bakery bankrupt/bankruptcy/insolvent
baptise/baptism basement/cellar basket/cart bathroom/toilet/washroom battle/combat battle/fight beautiful/gorgeous beg/beggar begin/opening
begin/origin begin/start/commence beginner/novice behave/behaviour behaviour/conduct behead/decapitate believe/belief benefit/advantage
benefit/perk bereavement/death bewilder/confuse/perplex bible/biblical/scripture bicycle/bike big/bigger/biggest big/large big/size
bigger/larger biggest/largest/greatest biography/biographer biology/biological/biologist bird/avian blanket/duvet/quilt
blast/explosion/detonation blood/bleed boast/brag boat/ship bomb/explosive bone/skeletal bonus/incentive book/reserve boolean/bool
border/boundary border/frontier bore/boredom born/birth borrow/loan boss/manager/supervisor botany/botanist/botanical
bother/annoy/disturb brain/cerebral brain/neurological brand/trademark brave/bravery/courage break/breakage breast/mammary
breathe/respiration/respiratory brew/brewery/brewer bribe/bribery brief/brevity/concise brittle/fragile broken/damaged/defective/faulty
broken/malfunction bruise/contusion brutal/cruel/cruelty buddhism/buddhist budget/spending bug/glitch build/construct buoyant/buoyancy
bureaucracy/bureaucrat burglar/burglary bury/burial buy/purchase buyer/client buyer/purchaser/shopper cable/cord/wire cactus/cacti
camera/webcam cancer/oncology/carcinoma cancer/tumour canteen/cafeteria capture/seize car/vehicle/automobile cardiology/cardiologist
caretaker/janitor carpet/rug cash/banknote castle/fortress casualty/victim cat/feline catalogue/catalog categorise/category
categorise/classify/classification cause/reason cause/trigger/provoke caution/cautious/wary cave/cavern celestial/astronomical
cemetery/graveyard censor/censorship central/middle/centre certify/certification chairman/chairperson/chairwoman champion/championship
change/modify/alter/edit change/modify/modification/alter/amend chaos/chaotic characteristic/trait charity/charitable chat/talk
cheap/cheaper/cheapest cheap/inexpensive/affordable checkbox/tickbox checkup/examination chemistry/chemical/chemist chest/thorax/thoracic
child/childhood child/kid childbirth/birth childcare/daycare choose/choice/select choose/select/pick church/ecclesiastical circle/circular
circumference/perimeter cite/citation citizen/citizenship clean/tidy cleaner/janitor clear/clarity clear/clearly clever/intelligent/smart
click/press/tap cliff/precipice climb/climber closet/wardrobe/cupboard clothing/garment/apparel clumsy/awkward coach/trainer coarse/rough
coast/coastal/shore/coastline code/program cold/colder/coldest collaborate/cooperate collarbone/clavicle colleague/coworker
colleague/teammate collect/collector collide/collision combine/merge/merger combustion/burn comedy/comedian/comic comfortable/cosy/cozy
commerce/commercial common/widespread/prevalent company/firm/corporation compare/comparison compel/coerce/coercion/compulsion
compete/competition/competitor complain/complaint/grievance completely/fully/entirely complex/complicated comply/compliance/compliant
compose/composition compress/zip concatenate/join concede/concession concept/notion conclude/conclusion condemn/denounce cone/conical
config/configuration/setup conquer/conquest/conqueror consent/permission conspiracy/conspire constrain/constraint/restrict
consume/consumption contact/reach contest/competition continue/proceed contract/agreement contribute/contributor convert/transform cook/chef
copy/duplicate corpse/cadaver correct/correctly/properly correct/right corrode/corrosion/corrosive cosmos/cosmic cost/price/charge/fee
counterpart/equivalent country/nation county/shire courier/messenger coverage/cover cow/cattle/bovine cpu/processor craftsman/artisan
crash/hang create/creation/creator credential/password creek/stream crime/criminal crime/offence/felony criminal/offender
criterion/requirement crown/coronation cry/weep crystal/crystalline cube/cubic cup/mug cure/treat/treatment curious/curiosity
currently/nowadays curriculum/syllabus curtain/drape curve/curvature cv/resume cyclist/bicycle cylinder/cylindrical damage/harm
damp/moist/moisture/humid dance/dancer danger/risk/hazard dangerous/unsafe dark/darken database/db dawn/sunrise day/daily deadline/due
debate/discuss debt/owe/indebted debug/debugger/troubleshoot deceive/deception/deceit decide/decision deep/deeper/deepest deep/deeply
deep/depth defeat/overcome defect/fault/faulty/flaw defect/malfunction defend/defence defy/defiance delete/remove/erase delete/wipe/purge
deliberate/intentional delight/joy/pleasure deliver/delivery/shipping/shipment demo/demonstration democracy/democratic
demolish/demolition/destroy dentist/dental/dentistry depict/portray deploy/rollout dermatology/dermatologist descend/descent
descendant/offspring dessert/pudding destroy/destruction destroy/ruin detain/detention/detainee device/gadget diagnose/diagnosis/diagnostic
dialogue/dialog diarrhoea/diarrhea dictator/dictatorship dictator/tyrant/despot die/died/dying/death/dead diet/dietary
difficult/difficulty/hard dim/dark diploma/degree diplomat/diplomacy dir/directory direct/directly dirty/filthy
disadvantage/drawback/downside disappear/vanish disaster/disastrous/catastrophe discard/dispose discipline/disciplinary
disclose/disclosure/reveal disconnect/unplug discount/rebate discourage/deter discover/discoverer discover/discovery
disease/illness/sickness disk/disc disk/hdd dismiss/sack disorder/disease dispatch/despatch/shipment disprove/refute
dispute/disagreement/quarrel dissolve/dissolution/soluble distinct/different distinguish/distinction/differentiate disturb/disrupt/interrupt
dive/diver diverse/various divide/division dizzy/vertigo doctor/physician document/doc dog/canine donate/donor doorbell/buzzer dose/dosage
drain/drainage drama/dramatic draught/draft draw/drawn dress/attire/outfit/clothing drink/beverage drive/driver drive/motorist dropdown/menu
drought/dry drum/drummer drunk/intoxicated dry/arid duke/duchy duplicate/redundant duration/long dusk/sunset/twilight dustbin/bin
duty/obligation dynasty/dynastic eager/keen/enthusiastic early/earlier/earliest earn/income/salary/wage earth/terrestrial
earthquake/quake/seismic easy/easier/easiest easy/easily/ease/simple eat/ate/eaten ecology/ecologist economy/economic/economist
ecosystem/ecology edit/editor educator/teacher effect/impact effort/attempt/endeavour effort/exertion elderly/old election/electoral
electorate/voter elevator/lift eligible/entitled/qualify eliminate/remove embryo/embryonic emit/emission emotion/feeling emphasise/emphasis
empire/imperial employ/hire employee/staff/personnel employer/company empty/blank empty/vacant enable/activate enclose/enclosure
encourage/motivate encrypt/cipher encyclopaedia/encyclopedia end/finish enemy/foe/adversary energy/energetic enhance/enrich enjoy/enjoyment
enjoyment/pleasure enlarge/expand/expansion enormous/huge/vast/immense/massive enter/entry/entrance entrepreneur/businessman environment/env
enzyme/enzymatic epidemic/outbreak/pandemic equipment/gear/apparatus era/epoch/period erode/erosion error/fault/bug/problem/issue
error/mistake essential/vital/crucial estimate/guess ethics/moral evade/evasion/evasive evaluate/assess/appraise eventually/ultimately
evidence/proof evil/wicked evolve/evolution exact/precise exaggerate/overstate exam/examination example/illustration exceed/excess
excellent/superb/outstanding exclude/exclusion exercise/workout exhaustion/fatigue/weariness exile/banish expect/anticipate
expedition/exploration expel/expulsion expense/expenditure/spending expensive/costly/pricey expensive/price/cost expert/specialist
expire/expiry explanation/clarify/clarification explode/explosion expo/exhibition expose/exposure extend/extension/prolong extent/scope
exterior/outside external/outer extra/additional/supplementary eye/ocular/ophthalmic fabric/textile facial/face faeces/feces/excrement
fail/failure faint/unconscious fake/counterfeit/bogus fall/decrease/decline/drop/reduce fame/famous/renowned famine/starvation/starve/hunger
famous/known far/distance/distant farm/farmer fascism/fascist fast/faster/fastest fast/quick/quickly/rapid/rapidly fast/speed faster/quicker
fastest/quickest fatal/lethal/deadly father/dad father/paternal fatigue/tiredness faucet/tap fauna/animal favourite/favorite
fear/afraid/scared feature/function/capability feed/fed feel/felt feminism/feminist fertiliser/manure fetch/retrieve fever/febrile
fiance/fiancee fight/combat fight/fighter file/document finance/financial/fiscal find/locate/discover fine/penalty fix/repair/solve/resolve
flammable/combustible flee/escape flood/inundate floor/storey flora/plant flower/blossom/bloom flu/influenza fluent/fluency fly/aviation
fly/flight foetus/fetus/fetal folder/directory foliage/leaf font/typeface food/meal forbid/prohibit/disallow/ban foreign/overseas
foresee/foreseen forest/woodland forever/eternal/everlasting forge/forgery/counterfeit forgive/pardon former/previous formerly/previously
fort/fortress/stronghold fortify/fortification fortnight/biweekly fracture/break fragment/piece fraud/fraudulent/scam free/freedom
freedom/liberation freedom/liberty friend/friendship frighten/scare/fear funeral/burial fungus/fungal furniture/furnishings gain/acquire
galaxy/galactic game/sport garbage/trash/rubbish gas/gaseous gasoline/petrol gather/collect gender/sex gene/genetic genetics/geneticist
genuine/real genus/genera geography/geographer geology/geological/geologist geometry/geometric giant/huge/gigantic gift/donation
glacier/glacial/glaciation gland/glandular glory/glorious/glorify glue/adhesive goal/target god/deity/divine gold/golden govern/governor
graduate/alumnus grammar/grammatical grandfather/grandpa/granddad grandmother/grandma/granny grasp/comprehend grateful/gratitude/thankful
grave/tomb gravity/gravitational gray/grey greed/greedy grieve/grief/sorrow grip/grasp grow/growth grow/increase/rise gui/ui
guidance/guideline guide/guidance guilt/guilty guitar/guitarist gun/firearm gut/intestine gynaecology/gynecology hack/breach/intrusion
hack/hacker hacker/attacker/intruder haemoglobin/hemoglobin haemorrhage/hemorrhage/bleed hang/freeze/stuck/unresponsive 
happiness/joy happy/glad/joyful harass/bully hard/harder/hardest harm/detrimental harvest/reap hatch/incubate hate/hatred/dislike
hazardous/dangerous/risky headphones/headset/earphones headquarters/hq heal/cure health/healthy health/wellbeing hear/auditory heart/cardiac
heart/cardiovascular/coronary heavy/heavier/heaviest heavy/weight heir/successor help/assist/aid helpline/hotline herd/flock
hereditary/genetic hero/heroic/heroine hide/conceal hierarchy/hierarchical high/height/tall high/higher/highest highway/motorway/freeway
hike/hiker hinduism/hindu hire/recruit history/historical/historian holy/sacred home/house homepage/website homework/assignment
honest/honesty/truthful horror/horrify/horrific horse/equine hospital/infirmary hot/heat hot/hotter/hottest hot/temperature hotkey/shortcut
hotspot/wifi hour/hourly house/dwelling humble/humility hunger/hungry hunt/hunter hurry/haste/rush hurt/injure/harm hygiene/sanitary
hypothesis/hypothetical hypothesis/theory id/identifier idea/concept identify/identification ignite/ignition ignore/disregard/neglect
illegal/unlawful/illicit illuminate/light imitate/mimic immature/childish immediate/instantly/promptly immigrant/migrant
impartial/neutral/unbiased imperialism/imperialist imply/implication imprison/incarcerate/jail improve/enhance inbox/mailbox
include/comprise include/inclusion incomplete/unfinished independence/sovereignty/autonomy indigenous/aboriginal infant/infancy
infection/infectious/contagious infer/deduce inflammation/swelling/inflamed influence/influential info/information inherit/heir
inherit/heritage injection/jab injure/injury/hurt injury/injured/wound inmate/prisoner inquiry/enquiry/enquire/inquire insane/mad/crazy
inscribe/inscription inscription/engraving insomnia/sleeplessness inspect/examine inspect/inspector install/setup/configure
instant/immediate insult/offend integer/int intend/intention interior/inside internet/web intervene/intervention interview/interviewee
intestine/bowel invade/invasion invent/inventor invest/investor investigation/inquiry invoice/bill islam/muslim
island/isle itch/itchy iterate/loop jaw/mandible jealous/jealousy/envy jewel/gem jewellery/jewelry/jewel job/profession join/enter
journalism/journalist judaism/jewish/jew judge/judgment/judgement judge/judiciary judicial/court/judiciary jump/leap jury/juror
justify/justification keep/retain/retention kidnap/abduct kidney/renal kill/killer/murderer kill/murder/assassinate kind/type/sort
kindergarten/preschool/nursery king/royal/kingdom kneecap/patella knew/known/knowledge laboratory/lab labourer/worker lack/absence
lack/shortage lamp/lightbulb landlord/lessor language/linguistic large/larger/largest large/size late/later/latest late/tardy latency/lag
latest/newest laugh/laughter launch/start laundry/washing law/legal law/legislation lawn/grass lawyer/attorney/solicitor lay/laid
lead/leader leader/leadership leak/leakage learn/learner learn/study leave/exit legend/legendary legislation/statute legislator/lawmaker
legislature/parliament lend/lent lend/loan/lender length/duration lesson/tutorial letter/message leukaemia/leukemia liable/liability
lifespan/lifetime/longevity limit/quota limit/restrict link/hyperlink liquid/fluid literature/literary live/life/alive
live/reside/dwell/inhabit liver/hepatic livestock/cattle login/logon/signin logout/logoff/signout lonely/loneliness/solitude
long/length/lengthy long/longer/longest look/search/seek loose/loosen lose/defeat lose/loss lost/missing low/lower/lowest
loyal/loyalty/allegiance luck/fortune lucky/fortunate luggage/baggage/suitcase lung/pulmonary machine/device machine/machinery
magazine/journal/newspaper magnify/magnification magnitude/size mail/email main/chief main/primary/principal mainly/largely
mainly/mostly/primarily/chiefly maintain/maintenance/upkeep mammal/mammalian man/male mandatory/compulsory/obligatory/required
mankind/humanity/humankind manoeuvre/maneuver manual/handbook/guide manual/instruction manufacturer/maker marine/sea/ocean maritime/naval
market/marketplace marry/marriage massacre/slaughter maternity/motherhood mathematics/mathematician/maths maximum/highest
maximum/maximal/max measure/gauge mediaeval/medieval medicine/drug/medication meet/met meeting/conference melt/molten member/membership
memo/memorandum memory/ram menstruation/menstrual mental/psychological mentor/coach merchant/dealer merge/consolidate meteor/meteorite
meteorology/meteorologist method/way/approach/technique metric/indicator/kpi microbe/microbial/microorganism microphone/mic
midwife/midwifery milk/dairy minimise/reduce minimum/least/lowest minimum/min minimum/minimal minister/ministry minor/trivial/insignificant
misfortune/adversity mislead/deceptive mislead/misled mix/mixture/blend mobile/phone modern/contemporary modify/adapt molecule/molecular
mom/mother monarch/king monarch/monarchy monarch/sovereign monastery/abbey money/cash/fund monk/monastic month/monthly monument/memorial
moon/lunar mortality/death mother/maternal mother/mum motorbike/motorcycle mountain/hill mouth/oral move/movement/motion movie/film
mud/muddy murder/homicide muscle/muscular mutation/mutant mute/silence mutiny/rebellion myth/mythology/mythical/legend nausea/nauseous
navy/naval nda/nondisclosure near/nearer/nearest nearby/adjacent nearest/closest neat/orderly necessary/necessity/essential
neglect/negligence neighbour/neighbourhood nerve/nervous/neural neurology/neurologist new/recent/modern next/subsequent nickname/alias
nickname/sobriquet night/nightly/overnight noble/nobility/aristocracy/aristocrat nocturnal/night noise/noisy/loud nominate/appoint
nominate/nominee normal/usual/ordinary/typical nose/nasal notification/alert notify/notification notion/idea notorious/notoriety/infamous
novice/newcomer/newbie nucleus/nuclear nursery/daycare nutrition/nutrient/nutritious oath/swear/vow obese/overweight obey/obedience
obsolete/outdated/deprecated obstacle/barrier/hurdle obstruct/hinder/impede obtain/acquire/acquisition obtain/receive/acquire
obvious/apparent occasionally/periodically occur/occurrence/happen odd/strange/weird/peculiar oesophagus/esophagus oestrogen/estrogen
offend/offence office/workplace offline/unavailable often/frequently/frequency ointment/cream old/ancient old/older/oldest omit/omission
onboard/induction/orientation oncology/oncologist opponent/adversary oppose/opposition/opponent opposite/contrary/reverse
optician/optometrist optimal/optimum/ideal orchard/grove organisation/institution orphan/orphanage orthodox/orthodoxy outage/downtime
outage/unavailable overcome/overcame oversee/oversaw overthrow/topple owner/ownership pacifism/pacifist paediatrician/pediatrician pain/ache
paint/painter pal/buddy/friend paralysis/paralysed parameter/param parcel/package parent/parenthood parliament/parliamentary parse/parser
partial/incomplete participant/attendee participate/join partner/partnership password/passcode/passphrase pay/payment payroll/salary
payslip/paystub peaceful/calm/tranquil peak/summit pebble/stone pedestrian/walk pension/retirement perceive/perception percent/percentage
perfect/flawless person/people perspective/viewpoint persuade/persuasion/convince pessimism/pessimist pesticide/insecticide petroleum/oil
pharmacist/pharmacy pharmacy/drugstore philosophy/philosopher phishing/scam phone/telephone/smartphone/cellphone
photo/photograph/photography photocopy/copier physics/physicist piano/pianist picture/photo piece/portion/section pig/swine/hog
pilgrim/pilgrimage pill/medicine planet/planetary plant/vegetation playwright/dramatist pleasant/agreeable plentiful/abundant plug/outlet
plugin/addon plumber/plumbing poem/poet/poetry poet/poetic poison/toxic/toxin policy/rule politics/politician pollution/contamination
poor/impoverished poor/poorer/poorest poor/poverty pope/papal/papacy/pontiff population/inhabitant popup/dialog postcode/zipcode
postpone/adjourn postpone/defer/delay posture/pose power/strength/force practise/practice praise/commend/compliment pray/prayer
preach/preacher precede/predecessor predator/predatory predict/forecast predict/foresee/foretell pregnant/pregnancy premiere/debut
prescribe/prescription president/presidential prestige/prestigious presume/presumption prevent/avoid previous/prior priest/clergy/cleric
print/printer prioritise/priority prison/jail/imprisonment private/privacy privilege/permission probability/likelihood/chance
probably/presumably probation/probationary problem/issue/trouble procedure/process produce/manufacture profit/earnings
program/programme programmer/coder/developer prominent/notable/eminent promise/pledge/vow promo/coupon pronounce/pronunciation
propaganda/propagandist propel/propulsion proper/properly proportion/ratio prosthesis/prosthetic protect/defend/guard protect/safeguard
proud/pride prove/proof/proven province/provincial psychiatry/psychiatrist/psychiatric psychology/psychologist punishment/penalty
pure/purity/purify/purification purpose/goal/aim purse/wallet pursue/pursuit/chase qualify/qualification quantify/quantity quarrel/feud
quarter/quarterly questionnaire/survey quick/quicker/quickest quiet/quietly quiet/silent/silence racism/racist radiation/radioactive
radiology/radiologist rage/fury/anger railway/railroad rain/rainfall/precipitation rapid/swift/swiftly rare/rarity rarely/seldom
ratify/ratification ready/prepare realism/realist rearrange/reorganise rebuild/rebuilt rebuild/reconstruct
receive/receipt/reception/recipient recently/lately recharge/charge reckless/careless recognise/recognition recover/recovery/restore
rectangle/rectangular redeem/redemption reduce/decrease/diminish refactor/restructure refer/referral referee/umpire
referendum/plebiscite refresh/reload refrigerator/fridge refuge/refugee refugee/asylum refund/reimburse refuse/deny/denial
register/registration/enrol/signup regret/remorse regulator/regulatory reject/refuse relation/relationship relevant/pertinent
reliable/dependable/trustworthy relieve/relief religion/faith religion/religious relocate/move rely/reliance/depend
remain/remainder/leftover remedy/cure remedy/solution remember/recall remote/telework/wfh remove/uninstall renovate/refurbish
rent/lease/rental reorder/rearrange repair/fix/mend repay/refund/reimburse repeat/repetition repel/repulsion replace/substitute
replicate/replica repository/repo reptile/reptilian requirement/prerequisite reschedule/postpone resign/quit
resist/withstand resolve/resolution respond/response/reply restart/reboot restore/refurbish result/effect/consequence/outcome retire/retiree
retreat/withdraw retry/reattempt reveal/expose revenge/avenge/vengeance revenue/income/turnover revoke/revocation revoke/withdraw
revolt/rebel/rebellion/uprising/insurrection revolution/revolutionary rewrite/rewritten rich/richer/richest rich/wealthy/wealth ride/rider
rigid/stiff rise/risen risk/peril ritual/rite/ceremony rival/opponent/competitor river/stream road/street rob/robbery/robber rock/stone
rota/roster rotate/spin/spun/revolve ruin/wreck rule/regulation rule/reign/govern run/ran rust/corrosion sad/sadden/unhappy
safe/safer/safest safe/safety/secure sail/sailor/seaman sailor/mariner/seaman salary/wage/remuneration/pay saliva/spit sane/sanity
sanitation/sanitary satisfy/satisfaction scan/scanner scarce/rare schedule/timetable scholarship/bursary science/scientific/scientist
scream/shout/yell screen/display screenshot/screengrab sculpture/sculptor sea/ocean secret/secrecy segregate/separate seize/seizure
sell/sale seller/vendor send/transmit separate/divide/split settle/settlement/settler sew/stitch sexism/sexist shame/ashamed shape/form
shareholder/stockholder sharp/sharpen shelter/refuge shinbone/tibia shiny/glossy ship/deliver/dispatch shipwreck/wreck shoe/footwear
shoot/shooter/shot shop/store short/shorten/brief short/shorter/shortest shortage/scarcity/scarce shown/display shrine/sanctuary
shrink/shrinkage shut/close/closure shy/timid sick/ill/unwell sidewalk/pavement siege/besiege significant/major similar/resemble
simple/simpler/simplest simple/simplicity simplify/simplification simultaneous/concurrent sin/sinner sing/song/singer sit/seated
size/dimension skeleton/skeletal skill/ability skin/dermal/cutaneous skull/cranium/cranial slave/slavery/enslaved sleep/asleep sleep/rest
slow/slower slow/slowly/sluggish small/little/tiny small/smaller/smallest smallest/tiniest smell/odor/odour/scent smoke/smoker sms/message
smuggle/smuggler snake/serpent snow/snowfall soccer/football sociology/sociologist sofa/couch/settee software/app soil/ground soldier/troop
solitary/alone solve/solution sometimes/occasionally song/music sovereign/sovereignty spacecraft/spaceship spam/junk speak/speaker
speak/speech/talk speaker/loudspeaker specify/spec specify/specification spectacles/eyeglasses spectator/audience speed/pace speed/velocity
sphere/spherical spine/spinal/backbone sponsor/patron sponsor/sponsorship spouse/partner spread/dissemination/propagation spy/espionage
stable/stability stadium/arena stage/phase stairs/staircase/stairway star/stellar statistics/statistician statistics/stats statue/sculpture
stay/remain steady/steadily stimulate/stimulus sting/stung stomach/abdomen stomach/gastric stop/halt/cease store/storage story/tale
stove/cooker strategy/strategic stratum/strata strengthen/strength/reinforce strict/strictly strong/strength strong/stronger/strongest
strong/strongly stubborn/obstinate student/pupil stupid/foolish/silly/dumb sturdy/robust subject/topic submit/submission
subordinate/underling subscribe/subscription subsidiary/affiliate subsidy/subsidise substance/material suburb/suburban subway/metro
succeed/success succeed/successor sudden/abrupt suggest/propose/recommend suitable/appropriate summarise/summary sun/solar sunlight/sunshine
superior/better supervise/oversight supervise/supervisor/oversee supper/dinner supplier/vendor supply/supplier support/helpdesk
suppress/repress sure/certain surgery/surgeon/surgical surrender/capitulation surround/encircle survive/survivor
suspect/suspicion/suspicious suspend/suspension swamp/marsh/wetland swap/interchange sweat/perspiration sweater/pullover/jumper swift/quick
swim/swimmer symbol/emblem symmetry/symmetric sympathy/empathy synchronise/sync tall/taller/tallest taste/flavour tasty/delicious
tax/taxation taxi/cab teach/educate teach/instruct teach/teacher teacher/instructor technician/technical teenager/teen/adolescent
television/tv telework/telecommute/wfh temporary/interim temporary/temporarily tenant/renter/lessee tenant/tenancy tendency/tend
tension/tense terrible/awful/horrible/dreadful terrify/frighten terror/terrify terrorism/terrorist test/exam thaw/defrost
theatre/theatrical/drama theft/thief/steal theology/theologian theory/theoretical therapy/therapist/therapeutic therapy/treatment
thermal/heat thesis/dissertation thick/thicken thin/slim/skinny think/believe thirst/thirsty thorough/comprehensive/exhaustive
threaten/threat throat/larynx throat/pharynx thunderstorm/storm tight/tighten timesheet/timecard tip/gratuity tire/tyre title/headline
toilet/restroom/lavatory tool/instrument tooth/dental total/overall/sum tough/difficult tour/excursion tour/tourist/tourism town/city
trade/commerce trade/trader/merchant tragedy/tragic train/trainer/trainee traitor/treason/betray/betrayal transcribe/transcription
transform/metamorphosis transmit/transmission transparent/translucent transplant/graft transport/carry/haul travel/journey/trip treaty/pact
trend/tendency triangle/triangular tribe/tribal tribunal/court tricky/difficult/challenging triumph/win troubleshoot/diagnose trousers/pants
truce/ceasefire/armistice truck/lorry true/truth truncate/shorten trustworthy/honest try/tried/attempt tutorial/walkthrough tycoon/magnate
typo/misspelling tyrant/tyranny uncommon/rare understand/comprehend undo/revert/rollback undo/undone/revert unemployed/jobless
unify/unification/unite unlock/unblock unlucky/unfortunate unreachable/unavailable unsubscribe/cancel unusual/strange
unzip/extract/unpack/decompress upcoming/forthcoming/future update/upgrade urban/city/metropolitan urgent/urgency urine/urinary
usage/utilization useless/worthless/pointless username/userid usually/normally/typically vacant/vacancy vacation/getaway
vacation/holiday/pto vaccinate/jab vaccine/immunization/inoculation vague/obscure vague/unclear/ambiguous vain/vanity valid/legitimate
validate/verify valuable/precious vapour/evaporate variable/var variety/diversity vary/variation/variety vegetable/veggie vein/venous
venom/poisonous verify/verification/confirm vibrate/shake victor/victory victory/triumph video/footage viewpoint/opinion violin/violinist
virus/viral/viruses viscosity/viscous vision/sight/eyesight visit/visitor visitor/guest vocabulary/lexicon/glossary volcano/volcanic
voltage/volt volunteer/voluntary vomit/puke vote/suffrage vote/voter/ballot voucher/coupon voyage/journey vulnerability/weakness wait/delay
wake/awake wander/roam war/warfare/wartime warehouse/depot warm/warmer/warmest warm/warmth warning/alert warranty/guarantee warrior/fighter
wash/clean waste/garbage/rubbish weak/weakly weaken/weak weapon/armament weave/weaver website/webpage wed/marriage weedkiller/herbicide
week/weekly weekday/workday weigh/weight weight/mass wellbeing/wellness whisper/murmur whole/entire/complete wicked/sinful wide/wider/widest
wide/width/broad/breadth widen/width wifi/wireless/wlan wildlife/fauna win/winner/victory wise/wisdom wish/desire woman/female
womb/uterus/uterine wood/wooden/timber wool/woollen work/labour workaround/fix workforce/staff workshop/seminar worldwide/global
worsen/worse worship/worshipper wrestle/wrestler write/writer wrong/incorrect year/annual/yearly young/juvenile young/younger/youngest
young/youth zeal/enthusiasm zoology/zoologist/zoological zoom/enlarge/magnify
`;
