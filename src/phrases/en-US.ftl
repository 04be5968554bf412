# What Comanda says in English. Short, the change first, one question a turn.

# Opening
launch = Hi, this is { $shop }. What would you like?
launch-draft = Welcome back. You have { $lines }. Anything else?
launch-order = { $news } Would you like anything else?

# Ordering
added = { $lines }.
again = { $line } now.
removed = Took off the { $name }.
changed = Now { $line }, { $total } in all.
changed-open = Now { $line }.
replaced = { $new } instead of { $old }.
anything-else = Anything else?
anything-else-short = Anything else?
go-on = What else?
nothing-ordered = Nothing ordered so far. What would you like?
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
which-one = Which one: { $choices }?
or-another = another one

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
short-none = We're out of { $name }. What would you like instead?
short-some = We only have { $count } { $name } left. How many would you like?

# Sending
read-back = { $lines }, { $how }.
read-back-total = { $total }, about { $minutes } minutes.
way-delivery = For delivery.
way-pickup = For pickup.
no-delivery = We don't deliver; you can pick it up.
no-pickup = You can't pick it up here; we deliver.
for-delivery = for delivery
for-pickup = for pickup
send-it = Send it?
send-it-short = Shall I send it?
sent = Sent. I'll tell you when the kitchen accepts it.
sent-already = It's been sent already.
changed-meanwhile = The order has changed since. Let me read it again.
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
status-out = It's on its way to you.
status-delivered = It was delivered.
status-collected = It was picked up.
status-cancelled = It was cancelled.
status-failed = { $problem }

# Cancelling
cancel-ask = Cancel your order? It's free, the kitchen hasn't accepted it.
cancel-ask-late = The kitchen has accepted it, so the shop decides. Ask them to cancel?
cancelling = All right, I'm cancelling it.
cancel-asked = I've asked the shop. They'll decide.
cancel-declined = The shop has said no already. It stays as it is.
cancel-ended = It's too late for that: { $status }
kept = All right, it stays as it is.

# Always
help-empty = Tell me what you'd like, such as "a large pepperoni and a guaraná". Ask for the menu, or say stop.
help-draft = You can add, change or take something off. Say "that's all" when you're done.
help-send = Say yes and I'll send it, or tell me what to change.
help-order = Ask where your order is, cancel it, or order something else.
menu = We have { $categories }. What would you like?
greeting = Hi. What would you like?
greeting-short = What would you like?
bye = Goodbye.
bye-draft = I'll keep your order for later. Goodbye.
miss-first = Sorry, I didn't get that. What would you like?
miss-draft = Sorry, I didn't get that. What should I add or change?
miss-send = Sorry, yes or no: send it?
miss-question = Sorry, yes or no?
miss-again = Still didn't get it. Try something like "a large pepperoni".
miss-person = I'm not getting it, sorry. You can also call the shop.
silence = Are you still there? What would you like?
trouble = Sorry, something went wrong on our side. Please say that again.

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
half = half { $option }
of-container = { $container } of { $name }
