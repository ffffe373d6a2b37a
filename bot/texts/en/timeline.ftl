# The course of an alert: a line for each thing that happened. Only names of staff.

button-course = Course of the alert
timeline-head = <b>Course of the alert · { $number }</b>
    { $lines }
timeline-more = { $number } · continued { $part }
    { $lines }
timeline-empty = { $number } · Nobody was called for this case yet.
timeline-how = Write the number of the case, for example: /riwayat LU-2026-0001
timeline-day = <b>{ $day }</b>
timeline-line = { $clock } { $what }
timeline-nobody = the system
timeline-unknown = not recorded
timeline-and-more = and { $count } more

timeline-report_received = report received
timeline-alert_raised = alert raised: { $cause }
timeline-alert_called = calling { $names }
timeline-called_nobody = nobody could be called; the coordinator was told
timeline-delivered = sent to { $who } ({ $span })
timeline-repeated = sent again to { $who } ({ $span }); the first may have arrived
timeline-assumed = very likely reached { $who }; Telegram's answer was lost, not sent again ({ $span })
timeline-failed = failed to { $who }: { $why }
timeline-why-blocked = has blocked the bot
timeline-why-not_found = never opened the bot
timeline-why-deactivated = the Telegram account is gone
timeline-why-forbidden = the bot may not write
timeline-why-no_rights = the bot may not write
timeline-why-other = could not be sent
timeline-alert_taken = taken by { $who } after { $span }
timeline-alert_joined = { $who } joined, after { $span }
timeline-alert_declined = { $who }: can't
timeline-staff_unreachable = { $who } can't be reached
timeline-alert_asked = asked: still at it?
timeline-alert_kept = { $who }: still at it
timeline-alert_returned = given back by { $who }
timeline-alert_returned_silent = given back: no word from the holder, or they can't be reached any more
timeline-alert_offered = { $who } asked { $names } to take over
timeline-alert_handed_over = taken over by { $who }
timeline-offer_refused = the wish to hand over was not accepted
timeline-alert_paged = called by the second channel: { $names }
timeline-alert_found = found by the automatic watch, called again
timeline-clock_found = the automatic watch found a time that was over and nobody was told of
timeline-outreach_rang = { $percent } % of the time for the outreach is gone
timeline-crisis_step = run card step recorded by { $who }
timeline-crisis_step_undone = run card step undone by { $who }
timeline-officer_left = { $who } is on the way
timeline-officer_asked = { $who } asked: safe?
timeline-officer_safe = { $who }: safe
timeline-officer_silent = { $who } did not answer whether they are safe
timeline-officer_in_danger = { $who } <b>needs help</b>
timeline-officer_back = { $who } is back
timeline-protected = word from people on the spot, recorded by { $who } after { $span }
timeline-arrival_rang = the expected time of arrival has passed
timeline-outreach_recorded = outreach recorded by { $who }, after { $span }
timeline-contact_recorded = { $who }: { $how }
timeline-decision_confirmed = decision (1.5) confirmed by { $who }
timeline-ending_asked = { $who } wants to end the alert without outreach
timeline-ending_refused = the wish to end the alert was refused
timeline-alert_ended = alert ended, by { $who }

length-seconds = { $whole }.{ $tenth } s
length-minutes = { $minutes } min { $seconds } s
length-hours = { $hours } h { $minutes } min
length-days = { $days } d { $hours } h
