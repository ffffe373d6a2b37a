# Lampiran II of Perbup Luwu Utara 58/2023, abridged: processes, steps, papers, branches, and what can't be passed.

# Processes
book-process-1 = First steps and identification
book-process-2 = Assessment
book-process-3 = Planning the intervention
book-process-4 = Carrying out the intervention
book-process-5 = Monitoring, evaluation and follow-up
book-process-6 = Termination

# Process 1
book-1-1 = Report violence by any way of complaint there is
book-1-2 = Receive and record the report
book-1-3 = Give psychological first aid where needed
book-1-4 = Pass the case on to DP3AP2KB/UPTD PPA
book-1-5 = Determine type of case, risk and authority
book-1-6 = Outreach and emergency services
book-1-7 = Assign or ask a companion, social worker, case manager or PATBM cadre
book-1-8 = Visit or contact beneficiary and family, explain the purpose
book-1-9 = Build trust and prepare the written consent
book-1-10 = Sign the informed consent and say what is hoped for

# Process 2
book-2-1 = First assessment with beneficiary, family and community
book-2-2 = Further assessment: physical, psychological, social, spiritual, and legal status
book-2-3 = Help access further assessment by UPTD PPA Provinsi or another provider
book-2-4 = The provider carries out the further assessment
book-2-5 = Receive and combine the results, rate the risk again
book-2-6 = Explain the results to beneficiary and family, make sure that consent still stands
book-2-7 = Conclude and document the findings

# Process 3
book-3-1 = Set the goal
book-3-2 = Weigh the assessment with beneficiary, family and professions; name the needs
book-3-3 = Draw up the service plan
book-3-4 = Case conference or family meeting where needed
book-3-5 = Tell beneficiary and family goal and plan, to be agreed

# Process 4
book-4-1 = Give the services of the plan
book-4-2 = Report what came of the services
book-4-3 = Document the results, by the professions involved
book-4-4 = Accompany the beneficiary during the intervention
book-4-5 = Write the report of accompaniment
book-4-6 = Document the interventions

# Process 5
book-5-1 = Prepare the plan of monitoring and evaluation
book-5-2 = Visit or contact the beneficiary
book-5-3 = Prepare a case conference or family meeting where needed
book-5-4 = Take part in the case conference or family meeting
book-5-5 = Monitoring report and decision on follow-up
book-5-6 = Assess again
book-5-7 = Prepare the plan of termination
book-5-8 = Make sure that the documents of processes 1 to 5 are complete

# Process 6
book-6-1 = Meet beneficiary and family, present the plan of termination
book-6-2 = Ask for the form of termination to be signed
book-6-3 = Sign the form and give feedback on the service
book-6-4 = End without a signature
book-6-5 = Document, and set the case closed

# Branches
book-branch-1-5-a = KTP/KTA, risk medium or high, authority of the regency: handling goes on
book-branch-1-5-b = KTP/KTA, low risk, the village can handle it: help access PATBM
book-branch-1-5-c = ABH: help access Dinas Sosial
book-branch-1-5-d = KTP/KTA of province or nation: help access UPTD PPA Provinsi or the ministry
book-branch-1-5-e = Emergency: ask a companion for outreach and emergency services
book-branch-1-5-f = Neither KTP, KTA nor ABH: tell of UPTD PPA and of the fitting service
book-branch-1-10-setuju = Signed: handling goes on
book-branch-1-10-menolak = Victim or family is not willing: handling can't continue
book-branch-3-2-a = Health: health office or facility
book-branch-3-2-b = Counselling and psychological recovery: UPTD PPA Provinsi or others, by way of UPTD PPA
book-branch-3-2-c = Social rehabilitation: Dinas Sosial
book-branch-3-2-d = Legal: police or legal aid
book-branch-3-2-e = Accompaniment and guidance: PATBM where they live
book-branch-5-5-perlu = Services are still needed
book-branch-5-5-pulih = Plan fully carried out and considered recovered
book-branch-5-6-ulang = Assess again by process 2
book-branch-6-4-meninggal = The beneficiary has died
book-branch-6-4-hilang = Whereabouts are unknown
book-branch-6-4-menolak = Refuses accompaniment

# What can't be passed
book-gate-consent = Without signed consent handling can't continue
book-gate-plan = Services begin once the plan is agreed
book-gate-papers = Termination once the documents of processes 1 to 5 are complete
book-gate-signature = Closed only with the signed form, or by 6.4
book-gate-reason = Only for one of its three reasons

# Papers and things
book-paper-atk = stationery
book-paper-kendaraan = vehicle
book-paper-kamera = camera
book-paper-identitas = identity of the victim (KTP/Akte/KK)
book-paper-data = data and information
book-paper-hasil_asesmen = result of assessment
book-paper-informasi_awal = first information on the case
book-paper-persetujuan_penyedia = provider's approval
book-paper-hasil_konferensi = result of the case conference
book-paper-dokumen_hasil = document of results
book-paper-laporan_hasil = report of results
book-paper-form_monitoring = monitoring form
book-paper-form_asesmen = assessment form
book-paper-resume = case type summary
book-paper-permohonan = letter of request
book-paper-tugas = assignment letter
book-paper-rujukan = referral letter
book-paper-terima_rujukan = form of receipt of a referral
book-paper-persetujuan = informed consent form
book-paper-rencana = intervention plan
book-paper-laporan_kasus = case report
book-paper-catatan_monev = monitoring note
book-paper-laporan_monev = monitoring report
book-paper-form_terminasi = form of termination
book-paper-laporan_terminasi = report of termination
book-paper-penolakan = record of refusal

# Who
book-who-K = victim, family or reporter
book-who-P = companion or case manager
book-who-B = PATBM
book-who-S = school
book-who-F = health facility
book-who-U = DP3AP2KB/UPTD PPA
book-who-D = Dinas Sosial
book-who-L = police

# Standard times
book-time-none = not set
book-time-minutes = { $count } minutes
book-time-days-calendar = days: { $count }
book-time-days-working = working days: { $count }
book-time-months = { $shortest }–{ $count } months

# Sources
book-source = Perbup 58/2023, Lampiran II, { $step }
book-source-proposal = proposal; the page with { $step } is missing in the text we have

# Ways of referral of East Kalimantan
book-flow-health = Referral to health services
book-flow-health-1 = Officer or case manager sees how the victim is
book-flow-health-2 = A doctor examines
book-flow-health-3 = The doctor tells the case manager
book-flow-health-4 = The doctor drafts the referral
book-flow-health-5 = The secretary checks, the daily chair signs
book-flow-health-6 = The secretary sends it to the health facility
book-flow-social = Social rehabilitation
book-flow-social-1 = The case manager sees how the victim is
book-flow-social-2 = The case manager drafts the letter
book-flow-social-3 = The secretary reviews it
book-flow-social-4 = The daily chair signs
book-flow-social-5 = The letter goes back to the secretary
book-flow-social-6 = The letter is sent to Dinas Sosial
book-flow-legal = Legal aid
book-flow-legal-1 = The case manager refers
book-flow-legal-2 = The legal division identifies the reporter and weighs the facts
book-flow-legal-3 = First report, and coordination with the case manager for monitoring
book-flow-legal-4 = Follow-up with the parties
book-flow-home = Bringing home
book-flow-home-1 = The report is reviewed
book-flow-home-2 = The head of the unit is told
book-flow-home-3 = Assignment letter to fetch the victim with companion, advocate and police
book-flow-home-4 = Temporary shelter
book-flow-home-5 = Grown women return home; children by a foundation for children, after assessment and training
book-rule-1 = Tell the victim the further services and who receives them
book-rule-2 = Coordinate with the receiver
book-rule-3 = An officer must go along with a victim who is vulnerable in body or mind
book-rule-4 = An officer must go along with a child or a person with special needs
book-rule-5 = Complete the letter with identity and chronology
book-rule-6 = Make sure that the victim gets the service from the right institution
book-rule-7 = Coordinate with the receiver again and again

# /langkah
book-index = <b>Steps of Lampiran II</b> (Perbup Luwu Utara 58/2023)
    { $lines }

    Press a process to see its steps. For one case: /langkah LU-2026-0001
book-index-line = <b>{ $process }</b> · { $title } ({ $first }–{ $last })
button-book = { $process }
book-process-page = <b>Process { $process } · { $title }</b>
    { $lines }
book-step-line = <b>{ $step }</b> { $activity } · { $standard }
book-step-line-proposal = <b>{ $step }</b> { $activity } · <i>proposal, no standard time</i>
button-langkah = Steps
book-case = <b>{ $number }</b> · { $status }
    { $lines }
book-case-done = <b>Done</b>
book-case-next = <b>Next</b>
book-case-crisis = <b>Crisis steps, these come first</b> ({ $source })
book-case-waits = No step is waiting.
book-case-earlier = … { $count } earlier steps
book-done = ✓ <b>{ $step }</b> { $activity } · { $at }
book-open = ▸ <b>{ $step }</b> { $activity } · { $left } ({ $due })
    By { $who } · { $source }
book-open-untimed = ▸ <b>{ $step }</b> { $activity } · no time set
    By { $who } · { $source }
book-crisis-open = ▸ { $nth }. { $activity } · { $standard }
book-crisis-done = ✓ { $nth }. { $activity } · { $at }

# Refusals
refusal-needs-ground = This exception is not for this case, or has no reason yet. "Saving a life" and "the guardian refuses" only while the risk is high or it is an emergency; rate the risk again first where needed.
refusal-needs-proof = The reason for a one-sided end is not shown yet. What is needed:
    Not found: 3 tries on different days within 30 days, one of them a visit.
    Died: note whether the children and others at home are safe.
    Refuses: note who refuses; a refusal by the alleged offender is void.

# The table of moves
book-need-after = step { $steps } was recorded
book-need-after-consent = consent stands; step { $steps } was recorded
book-need-second = not who asked for it
book-need-second-manager = not the case's own manager
book-need-own = only who holds the case
book-need-for-others = its routes are b, c or d alone; the village only while the risk is low; no emergency here
book-need-of-a-child = whoever is asked for consent is a child, or nobody knows
book-need-guardian-where-a-child = for a child: a guardian who is not the alleged offender
book-need-override-holds = an exception was proposed since this refusal, on a ground that is there: life or guardian only at high risk or in an emergency
book-need-override-asked = an exception is waiting
book-need-consented = signed consent (photo of the form), or an exception that a second person agreed to
book-need-mediation = consent stands, and it is known to be no sexual violence
book-need-visited-since-served = a visit 5.2 after the last service
book-need-may-start-a-round = a visit 5.2 after the last service; from the third round or 180 days on reviewed; no one-sided end was agreed
book-need-may-present = documents complete (5.8); no one-sided end was agreed
book-need-presented = the plan of termination was presented (6.1); documents complete (5.8)
book-need-one-sided-proven = proposed with reason and proof: 3 tries with a visit, others' safety, or a refusal that is not the alleged offender's
book-need-one-sided-asked = a proposal is waiting
book-need-signed-or-one-sided = form signed (6.3) and documents complete (5.8), or the one-sided end agreed
book-need-refused = a valid refusal, with no exception waiting
book-need-only-information = route f alone, no emergency, no victim of TPKS
book-need-not-joined = this report was not joined to another case
book-need-in-emergency = an emergency
book-need-may-share = consent or exception; else only in an emergency, or by route b, c, d before anybody refused
book-need-child-on-both-sides = a child is accused and somebody was harmed; not yet parted
book-need-erasure-asked = the reporter asked for it
book-move-take = Take an alert
book-move-decline = Say that one can't
book-move-keep = Still at it
book-move-return = Give an alert back
book-move-look = See what was reported
book-move-outreach = Record an outreach
book-move-confirm = Confirm the decision
book-move-raise = Raise the risk
book-move-lower = Lower the risk, or wish to
book-move-relabel = Say that it is no report, or neither KTP, KTA nor ABH
book-move-agree = Agree to a lower risk
book-move-disagree = Not agree to a lower risk
book-move-assign = Assign a case manager
book-move-contact = Record a contact with the reporter
book-move-visited = Record a visit
book-move-postpone = Postpone a visit
book-move-unsafe = Record an unsafe visit
book-move-close = Close the case
book-move-offer = Offer an alert to a colleague
book-move-accept = Accept a colleague's alert
book-move-end = Wish to end an alert without outreach
book-move-agreeend = Agree to that
book-move-disagreeend = Not agree to that
book-move-step = Record a crisis step
book-move-leave = Set out
book-move-safe = Say that one is safe
book-move-help = Call for help
book-move-back = Say that one is back
book-move-protect = Record protection on the spot
book-move-police = Record the report to the police
book-move-excuse = Give the reason for not reporting to the police
book-move-meet = Record the first meeting
book-move-explain = Explain services and consent
book-move-guardian = Record a child's guardian
book-move-consent = Record the signed consent
book-move-refuse = Record a refusal
book-move-override = Propose an exception
book-move-agreeover = Agree to an exception
book-move-denyover = Not agree to an exception
book-move-rights = Tell the eight rights
book-move-attempt = Record a try to find somebody
book-move-entrust = Hand the whole case over
book-move-takeback = Take it back
book-move-assess = First assessment
book-move-further = Further assessment
book-move-request = Ask another provider for an assessment
book-move-examined = Record the provider's assessment
book-move-combined = Combine the results
book-move-resultstold = Explain the results
book-move-conclude = Conclude the assessment
book-move-goal = Set the goal
book-move-needs = Name the needs
book-move-plan = Draw up the plan
book-move-confer = Case conference or family meeting
book-move-agreeplan = Record that the plan is agreed
book-move-serve = Record a service and what came of it
book-move-mediate = Mediation
book-move-document = Document the results
book-move-accompany = Record accompaniment
book-move-report = Report of accompaniment
book-move-monplan = Plan of monitoring
book-move-goon = Begin another assessment
book-move-review = Review a round of assessment
book-move-enough = Recovered, and the plan carried out
book-move-termplan = Plan of termination
book-move-check = Check that the documents are complete
book-move-present = Present the plan of termination
book-move-signend = Record the signed form of termination
book-move-onesided = Propose a one-sided end
book-move-agreeone = Agree to that end
book-move-denyone = Not agree to that end
book-move-reopen = Open again
book-move-note = Write a note
book-move-correct = Correct a note
book-move-undo = Undo a note (10 minutes)
book-move-party = Record the people of the case
book-move-refer = Refer to a service
book-move-refnews = Record news of a referral
book-move-draft = Draft a letter
book-move-checkletter = Check a letter
book-move-signletter = Record the signed letter
book-move-join = Join reports
book-move-split = Part the files of the victim and of the child who is accused
book-move-exclude = Hide the case from somebody
book-move-delegate = Name who stands in
book-move-chat = Write to the reporter through the bot
book-move-erase = Erase the content of a case at the reporter's wish
book-move-keeptold = Keep it, for reasons
book-move-distrust = Mark that the reporter may be the alleged offender
book-move-trust = Trust the reporter again
