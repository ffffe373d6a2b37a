# The automatic watch: looks every half minute whether anything was missed, and calls by itself where needed.

audit-found = {" "}· <b>found by the automatic watch</b>
audit-page = { $severity } · { $number }: this call needs a look now. Open Telegram, then Calls. If nobody has taken it, press Take it. If Telegram does not connect, phone your duty colleague.
audit-clocks = <b>Automatic watch: these reminders did not ring in time ({ $count })</b>
    { $lines }
    Look at these cases now, don't wait for a reminder.
audit-clock-line = • { $number } · { $severity } · { $clock }
audit-clock-outreach = time for the outreach (step 1.6)
audit-clock-silence = word from who holds it
audit-clock-confirmation = confirmation of the decision (step 1.5)
audit-clock-assignment = choice of a case manager (step 1.7)
audit-clock-contact = first contact
audit-clock-visit = visit
audit-clock-police = report to the police
audit-clock-referral = confirmation of a referral
audit-operator = <b>The automatic watch found a fault:</b> { $part }
audit-part-ladder = an emergency did not climb to the next officer. The watch has called by itself. See the log, then start the bot anew.
audit-part-scheduler = reminders do not ring in time. See the log, then start the bot anew.
audit-part-reminders = a reminder was lost and is set again. If that comes back, look at the database.
audit-part-dispatcher = an urgent message has not gone out for more than a minute. Look at the network and the log.
audit-part-worker = something that came in has not been worked for more than two minutes. See the log, then start the bot anew.
audit-part-set-aside = updates that were set aside still wait. See the log, then run: python -m bot requeue
audit-part-unreadable = an open call can't be read from the database. See the log and have a backup ready.
