# What Comanda says in English. Short, the change first, one question a turn.

# Opening
launch-draft = Welcome back. You have { $lines }.

# Ordering
added = { $lines }.
again = { $line } now.
removed = Took off the { $name }.
changed = Now { $line }, { $total } in all.
changed-open = Now { $line }.
replaced = { $new } instead of { $old }.
anything-else = Anything else?
go-on = What else?
nothing-ordered = Nothing ordered so far.
review = So far { $lines }.
review-total = { $total } in all.
suggest = { $item } with that?
declined = All right.
emptied = All right, the order is empty.
start-over-ask = Throw the order away and start over?

# Asking
ask-value = What { $what } for the { $name }: { $choices }?
ask-group = Which { $what } for the { $name }: { $choices }?
ask-short = { $choices }?

# What cannot be had
off-menu = We have no { $what }.
item-off = We're out of { $name } today.
not-on-item = The { $name } doesn't come with { $option }.
not-in-value = The { $name } doesn't come in { $value }.
too-many-options = That's more { $what } than it takes: { $most } at most.
too-many = I can take up to fifty of one thing.
too-many-lines = That's as much as one order can hold.
gone = Something in your order is no longer on the menu, so I took it off.
no-such-line = I don't see that in your order.

# Sending
way-delivery = For delivery.
no-delivery = We don't deliver; you can pick it up.
no-pickup = You can't pick it up here; we deliver.
send-it = Send it?
send-it-short = Shall I send it?
sent = Sent. I'll tell you when the kitchen accepts it.
sent-already = It's been sent already.
not-sent = Not sent. What should I change?
nothing-to-send = There's nothing to send yet. What would you like?

# Where is it
status-none = You have no order under way. Would you like to order?
status-draft = It hasn't been sent yet.
status-sent = It's been sent; the kitchen hasn't accepted it yet.
status-accepted = The kitchen is cooking your order. It should be about { $minutes } more minutes.
status-accepted-late = Running late, sorry. The kitchen is still cooking your order.
status-ready-delivery = It's ready and waiting for the courier.
status-ready-pickup = It's ready to be picked up.
status-delivered = It was delivered.
status-collected = It was picked up.
status-cancelled = It was cancelled.
status-failed = { $problem }

# Cancelling
cancel-ask = The kitchen hasn't accepted it yet, so it's free. Cancel your order?
cancel-ask-late = The kitchen has accepted it, so the shop decides. Ask them to cancel?
cancelling = All right, I'm cancelling it.
cancel-asked = I've asked the shop. They'll decide.
cancel-declined = The shop has said no already. It stays as it is.
cancel-ended = It's too late for that. { $status }
nothing-to-cancel = There's nothing to cancel.
kept = All right, it stays as it is.

# Always
help-empty = Tell me what you'd like, such as "a large pepperoni and a guaraná". Ask for the menu, or say stop.
help-draft = You can add, change or take something off. Say "that's all" when you're done.
help-send = Say yes and I'll send it, or tell me what to change.
greeting-short = What would you like?
bye = Goodbye.
miss-first = Sorry, I didn't get that. What would you like?
miss-draft = Sorry, I didn't get that. What should I add or change?
trouble = Sorry, something went wrong on our side. Please say that again.
one-moment = One moment.

# Announcements
news-accepted = { $minutes ->
    [none] { $shop } has accepted your order.
   *[other] { $shop } has accepted your order. About { $minutes } minutes.
  }
news-ready-pickup = Your order from { $shop } is ready to be picked up.
news-out = Your order from { $shop } is on its way.
news-delivered = Your order from { $shop } was delivered. Enjoy!
news-collected = Your order from { $shop } was picked up. Enjoy!
news-cancelled = Your order was cancelled. There is nothing to pay.
news-not-cancelled = Sorry, the shop can't cancel your order any more. It stays as it is.
news-failed = { $problem } The order is cancelled and there is nothing to pay.

# What went wrong
problem-sold-out = Sorry, { $names } ran out before the kitchen got your order.
problem-sold-out-some = Sorry, something on your order ran out before the kitchen got it.
problem-payment = Sorry, the payment did not go through.
problem-kitchen-refused = Sorry, the kitchen can't take your order.
problem-kitchen-silent = Sorry, the kitchen didn't answer.
problem-kitchen-late = Sorry, the kitchen couldn't finish your order.
problem-no-courier = Sorry, no courier could be found.
problem-not-delivered = Sorry, your order couldn't be delivered.
problem-not-collected = Sorry, your order wasn't picked up in time.
problem-fault = Sorry, something went wrong with your order on our side.

# Parts of lines
extra = extra { $option }
light = light { $option }
with = with { $options }
without = no { $option }
list-two = { $first } and { $second }
list-or = { $first } or { $second }
list-nor = { $first } or { $second }
half = half { $option }
of-container = { $container } of { $name }

# Opening
launch = Hi, this is { $shop }.
launch-order = { $news } Would you like anything else?
hello = Hi.
greeting = Hi. What would you like?

# Choosing
which-one = Which one: { $choices }?
or-another = another one
ask-numbers = Sorry, { $choices }?
how-many = How many would you like?
ask-instead = { $item } instead?
short-some = We only have { $count } { $name } left.
not-today = The { $name } is only served { $days }.

# Where it goes
ask-fulfilment = Delivery or pickup?
ask-usual-address = To your usual address, { $address }?
ask-usual-address-unread = To your usual address?
ask-pickup-instead = Would you like to pick it up?
ask-postal-code = What's the postal code?
ask-street = What's the street?
ask-house-number = { $street }. What number?
ask-house-number-short = What number?
confirm-address = { $address }. Right?
address-again = Let's do it again.
another-place = Pickup, or another address?
another-postal-code = What other postal code should I try?
no-zone = Sorry, we don't deliver there.
link-card = For what you ordered with your account, link it in the Alexa app: I've sent a card there.
link-for-the-rest = What your account keeps is still there: link it again by the card I sent to the Alexa app, then ask me once more.
consent-card = To use the address in your Alexa app, allow it on the card I sent there.
way-pickup = Pickup, in about { $minutes } minutes.
terms = Delivery is { $fee }, about { $minutes } minutes.
terms-free = Delivery is free, about { $minutes } minutes.
terms-least = The minimum there is { $least }.
below-least = The minimum there is { $least }, and you're at { $food }. What else would you like?

# When
closed-until = We're closed right now; we open { $time }.
closed-today = We're closed now; we open { $day } { $time }.
closed-holiday = We're closed, it's { $name }; we open { $day } { $time }.
tomorrow = tomorrow
time-past = It's past the time it was for.
closed-long = Sorry, we're closed for now.
closed-then = Sorry, we're closed { $time }.
ask-at-opening = Shall I take it { $time }?
ask-time = For what time?
only-today = Sorry, I can only take orders for today.
time-unclear = Sorry, I didn't get the time.
sooner-than-can = That's sooner than we can; it takes about { $minutes } minutes.
soonest = The soonest is { $time }; I'll put it for then.
wanted-at = All right, { $time }.
as-soon = All right, as soon as we can.
about-minutes = about { $minutes } minutes

# Paying
ask-payment = How would you like to pay: { $choices }?
ask-change = It's { $total }. Change for how much?
ask-change-short = Change for how much?
method-cash = cash
method-card = card
method-pix = Pix
by-cash = in cash
by-card = by card
by-pix = by Pix
pay-cash = In cash.
pay-card = By card.
pay-pix = By Pix.
with-change = change for { $amount }
change-noted = { $how }.
exact-cash = in cash, no change
no-cash = We don't take cash.
no-card = We don't take cards.
no-pix = We don't take Pix.
with-tip = with a tip of { $tip }
tip-noted = Thank you, I've added the tip.
tip-none = All right, no tip.
tip-too-much = Sorry, I can't add a tip like that.
no-tips = Thanks, but I can't take a tip here; you can give it at the door.

# Whom to call, what to tell
ask-name = What name is it for?
ask-phone = And a phone number?
ask-if-missing = If something's missing, should they swap it, leave it out, or call you?
ask-note = What should I tell the kitchen?
name-noted = All right, for { $name }.
phone-noted = { $phone }, noted.
note-noted = I'll tell the kitchen: { $note }.
too-many-notes = That's as many notes as one order can carry.
missing-swap = If something's missing, they'll swap it.
missing-drop = If something's missing, they'll leave it out.
missing-call = If something's missing, they'll call you.

# Allergies
ask-keep-and-warn = Keep it and warn them?
ask-still-want = Still want it?
allergy-noted = I'll warn the kitchen about { $allergens }.
allergen-contains = The { $name } contains { $allergens }.
allergen-may-contain = Not in the recipe, but our kitchen uses { $allergens }.
allergen-may-too = And our kitchen uses { $allergens }.
allergen-not-stated = The menu doesn't say whether the { $name } has { $allergens }.
allergens-both = The { $name } contains { $contains }, and may contain { $may }.
allergens-contains = The { $name } contains { $contains }.
allergens-may = The { $name } may contain { $may }.
allergens-none-stated = The menu doesn't state any allergens for the { $name }.
allergens-which-dish = Tell me which dish, and I'll say what it contains.
allergies-kept = I'll remember that for next time.
allergies-forgotten = All right, I won't keep your allergies.
nothing-to-remember = Tell me the allergy first, and I'll remember it.
allergen-gluten = gluten
allergen-milk = milk
allergen-egg = egg
allergen-peanut = peanuts
allergen-tree-nut = tree nuts
allergen-soy = soy
allergen-fish = fish
allergen-shellfish = shellfish
allergen-sesame = sesame
allergen-mustard = mustard
allergen-sulphite = sulphites

# Questions
which-dish = Tell me which dish you mean.
menu = We have { $categories }.
which-of-them = Which will it be?
and-more = more
price = The { $name } is { $price }.
price-from = The { $name } starts at { $price }.
price-by-value = The { $name }: { $prices }.
price-extra = { $name } is { $price } extra.
price-included = { $name } costs nothing extra.
contents = The { $name }: { $about }.
comes-with = The { $name } comes with { $options }.
not-stated = The menu doesn't say.
contents-unknown = The menu doesn't say what's in the { $name }.
alike = You might like { $items }.
alike-none = We have nothing quite like it, sorry.
available = Yes. { $price } Would you like one?
available-option = Yes. { $price }
choices = We have { $names }.
none-today = We have none of those today.
specials = Today we have { $names }.
special = the { $name }
no-specials = There's no dish of the day today.
always-open = We're open around the clock.
open-until = We're open until { $closes }; last orders by { $last }.
open-later = We're closed right now; today we're open { $from-to }.
delivery-from = Delivery starts at { $fee }, from about { $minutes } minutes.
payment-methods = You can pay at the door { $methods }.
shop-address = We're at { $address }.
shop-phone = Our number is { $phone }.
shop-name = This is { $shop }.
wait = About { $minutes } minutes.
wait-delivery = Delivery takes about { $minutes } minutes.
wait-pickup = Pickup takes about { $minutes }.
total-open = I can say once everything is chosen.
total = Total

# Read-back
read-back = { $lines }, { $how }.
read-back-note = For the kitchen: { $note }.
read-back-allergies = The kitchen is warned about { $allergens }.
read-back-total = { $parts }.
to-address = to { $address }
to-given-address = to the address that was given
to-usual-address = to your usual address
for-pickup = for pickup
repriced = Prices have changed: it's now { $total } in all.
changed-meanwhile = The order has changed since. Let me read it again.
change-dropped = All right, nothing is changed; what was sent stays as it was.
change-too-late = It's too late to change: the kitchen has accepted it. It stays as it was.

# After
status-late = Running late, sorry.
status-out = It's left; expect it by { $time }.
status-out-soon = It's left and should be there any minute.
cancel-ask-short = Cancel it?
ask-which-order = Which order: { $choices }?
order-with = the one with the { $name }
ask-which-order-short = Which order?
usual-last = Last time: { $lines }.
usual-before = Before that: { $lines }.
ask-usual = The same again?
usual-none = You haven't ordered with us before.
usual-unknown-voice = I only tell earlier orders to a voice I know.
usual-phone = I can't tell earlier orders over the phone.
ask-stale = You have { $lines } from earlier. Continue, or start over?
ask-stale-short = Continue, or start over?
ask-complaint = What's wrong with it?
complaint-sorry = Sorry about that.
complaint-none = I don't see an order of yours.
complaint-told = Sorry. I've told the shop { $told }; { $call }.
complaint-missing = about the { $name }
complaint-line = about the { $name }
complaint-order = about your order
complaint-call = they'll call your number
complaint-call-here = they'll call this number
complaint-look = they'll look into it
ask-person = Shall I have someone from the shop call you?
ask-callback-phone = What number can they call?
line-key = For English, press { $key }.
automated = You're talking to an automated assistant.
nobody = Sorry, nobody can take your call right now. Please call again later.
nobody-free = Sorry, nobody is free right now.
will-call-here = The shop will call you back on this number.
call-later = Please call again later.
call-news = This is an automated call from { $shop }. { $news }
call-message = This is an automated message from { $shop }, about your order. Please call us to hear about it.
hand-over = One moment, I'll see who can take your call.
will-call = I've asked the shop to call you.
draft-kept = I'll keep your order until then.
ask-forget = Delete everything we keep about you?
forgotten = Done. Everything we kept about you is deleted.
forgotten-later = Done. What your order still needs is deleted once it has ended.
kept-data = All right, nothing is deleted.

# Spelling out
spelled = { $name }: { $letters }.
spelled-number = Number { $digits }.

# Always
hold-on = Take your time.
welcome = You're welcome.
bye-draft = I'll keep your order for later. Goodbye.
miss-sorry = Sorry, I didn't get that.
miss-send = Sorry, yes or no: send it?
miss-again = Still didn't get it.
miss-person = I'm not getting it, sorry.
silence = I'm still here.
help-choose = Say the one you'd like, or ask what there is.
help-fulfilment = Say delivery and I'll ask for the address, or say pickup and come by.
help-address = Tell me the postal code and the number of the house, or say pickup.
help-payment = You pay when it's handed over. Say how, and for cash, what you'll pay with.
help-contact = It's for the shop, in case they need to reach you.
help-if-missing = If the kitchen runs out of something, they can swap it, leave it out, or call you.
help-time = Say a time today, or say now.
help-yes-no = Just say yes or no.
help-order = Ask where your order is, cancel it, say what's wrong with it, or order something else.
on-monday = on Monday
on-tuesday = on Tuesday
on-wednesday = on Wednesday
on-thursday = on Thursday
on-friday = on Friday
on-saturday = on Saturday
on-sunday = on Sunday
noon = noon
midnight = midnight
from-day-to-day = from { $from ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
  } to { $to ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
  }
on-days = { $day ->
    [mon] on Mondays
    [tue] on Tuesdays
    [wed] on Wednesdays
    [thu] on Thursdays
    [fri] on Fridays
    [sat] on Saturdays
   *[sun] on Sundays
  }

# Asked, where words do not name what they seem to mean
ask-meant = Did you mean { $what }?
ask-meant-short = Sorry, { $what }?
meant-remove = to take off { $line }
meant-change = to make it { $line }
meant-replace = { $new } instead of { $old }
meant-again = { $line } more
meant-delivery = delivery
meant-pickup = pickup
meant-cash = to pay in cash
meant-card = to pay by card
meant-pix = to pay by Pix
no-card-numbers = Please don't say card numbers here; I don't take or keep them. You pay when you get the food.

# How words were read, for whoever looks into it
explain-item = item { $what }
explain-option = option { $what }
explain-left-off = left off
explain-extra = extra
explain-light = light
explain-first-half = first half
explain-second-half = second half
explain-kind = says what kind of thing
explain-several = may be { $what }
explain-number = number { $what }
explain-negation = not wanted
explain-negation-of = not wanted: { $what }
explain-correction = corrects what came before
explain-taken-back = taken back
explain-verb = asks for something
explain-reference = points at what is there
explain-half = halves
explain-joint = joins
explain-small-talk = small talk
explain-filler = filler or repeat
explain-act = says what is to be done
explain-answer = answers what was asked
explain-question = a question
explain-detail = besides the lines
explain-unknown = not understood
explain-unread = too long, not read
explain-certain = Certain
explain-unsure = Not certain
explain-doing = doing: { $what }
explain-remove = take off { $what }
explain-change = change { $what }
explain-replace = instead of { $what }
explain-again = more of { $what }
explain-last-line = the last line
explain-line = line { $what }
explain-every-line = every line
explain-order = What came of it
explain-no-order = No line came of it
explain-menu-lacks = not on the menu: { $what }
explain-which = which one: { $what }
explain-taken-for = read as { $what }
explain-doubt-hearing = the words were not heard well
explain-doubt-respelt = a word was put right
explain-doubt-unknown = a word is in neither menu nor grammar
explain-doubt-off-menu = something is not on the menu
explain-doubt-part = words are only a part of a name
explain-doubt-several = words fit several things
explain-doubt-parting = the lines could be parted otherwise
explain-doubt-portion = a portion goes with nothing
explain-doubt-sharing = a number could be shared out otherwise
explain-doubt-number = it may be one number or the other
explain-doubt-target = it is not clear which line is meant, or how
explain-doubt-question = it may be a question
explain-doubt-unread = it is too long to be read to its end
explain-doubt-nothing = nothing was understood
