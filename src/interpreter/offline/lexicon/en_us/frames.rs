//! How questions, complaints and wishes about the service are put in American English, folded.
//!
//! See [`crate::interpreter::offline::questions::frame`] for how a frame is written.

use crate::interpreter::{Act, ComplaintKind, QuestionKind};

pub(super) const FRAMES: &[(Act, &str)] = &[
    (
        Act::Ask(QuestionKind::Price),
        "how much is|are|for|was|were|would|does|do|will|s *, how much does|do|would|will|did|could * cost|run|go, \
            how much would|will|does|do * be|cost|come (for|to), how much * cost|costs|is|are|be, how much *, \
            how much does|do|did|would|will it|that|this|those|these|one|they cost (each), how much each, \
            what (is|are|was) the price|prices|cost of|for|on *, whats the price|prices|cost of|for|on *, \
            whats the price|cost, what is the price|cost, what does|do|would|will * cost|run, price|prices of|for|on *, \
            how expensive is|are *, what do|would you charge|want for *, how much do|would you charge|want|ask for *, \
            does|do|would * cost extra|more, how much extra|more is|are|for|would *, is|are * extra|expensive",
    ),
    (
        Act::Ask(QuestionKind::Contents),
        "whats (all) in|on|inside|with *, what (is|are|was) (all) in|on|inside|with *, \
            what comes|come|goes|go (in|on|with|inside) *, whats in (there|here), \
            what does|do|is|are|did|would * come|comes|made|have|contain|include|includes|has|got|consist (with|of|from|on|in) (it|them), \
            whats * made (of|from|with), whats * got (in|on) (it|them), \
            what (are) (the) ingredients (are) in|of|on|for|does|do *, whats the ingredients in|of|on|for *, ingredients of|in *, \
            what are the ingredients, whats #, what is|are #, tell me (more) about *, what toppings does|do|are|come|comes * have|come|include (with|on), \
            how is|are # made|prepared|cooked|done|served, \
            is|are there (any|some) % in|on|inside|with *, is|are there (any|some|still) % in|on it|that|this|there|them, \
            does|do|did|has|have # have|has|contain|include|contains|come|comes|got|use (with|in|on) (any|some) %, \
            does|do it|that|this|they|those|these|one have|has|contain|include|come|got (with|in|on) (any|some) %, \
            is|are % in|on *, is|are # made|cooked|fried|served|filled|topped with|from|of|in %, has # got (any) %, any % in|on #, any % in it|that|there|this|them",
    ),
    (
        Act::Ask(QuestionKind::Alike),
        "(do|have) (you) (guys) (have|got|serve|sell|offer) (is) (there) anything|something|dish|thing (else) (thats) (is) like|similar|close|comparable (to) *, \
            what|whats (else) (is|do|have) (you|there) (have|got) (thats) (that) (is) like|similar|close|comparable (to) *, \
            what|whats * (thats) (is) similar|comparable to *, similar to *, anything|something close|similar|comparable to *, \
            what|which could|can|should|would|do (i|you|we) have|get|order|recommend|suggest|eat|try instead of *, \
            what|whats (is) (a) (good) substitute|alternative|replacement for|to *, what can|could replace|substitute *, \
            (any|an) substitute|alternative|alternatives|substitutes for|to *, what else is like *",
    ),
    (
        Act::Ask(QuestionKind::Allergens),
        "(any) @ in|on|inside *, is|are (there) (any) (traces) (of) @ in|on *, does|do # have|contain (traces) (of) (any) @, \
            is|are * @ free, is|are # safe *, is|are it|that|this|they safe *, is|are it|that|this|they @ free, \
            whats @ free, what|which|whats (is) * @ free, what|which|whats * without|with (any|no) @, what|which (is|are|things|dishes|items|food|of) * @ free *, what|which (is|are) @ free *, \
            (do|have|is|are) (you|there) (guys) (have|got|any) (any|anything|something) (thats) @ free *, \
            (do|have|is|are) (you|there) (guys) (have|got|any) (anything|something|dishes|items|options) (thats) (is) @ free, \
            (do|have|is|are) (you|there) (guys) (have|got|any) anything|something|dishes|items|options without|with (any|no) @ (in) (it), \
            what|whats (is) (do|can|have|which|could) (you|i|we) (have|get|eat|order) (thats) (is) without|with (any|no) @ (in) (it), \
            what can|could|should|may i|we|she|he|they eat|have|order|get if|since|im|because *, \
            (what|which) (are) (the) allergens (are) (in|of|for) *, (any) allergens in *, whats the allergens in *, \
            does|do|is|are * have|contain (any) allergens, what allergens does|do * have|contain|include, \
            (do) (you) (have) allergen|allergy information|info|list|menu, what are the allergens, \
            can i|he|she|we|they|you|someone|kids eat #, can i|he|she|we|they eat it|that|this, is|are|does|do # okay|ok|good|fine for (someone|people|somebody) *",
    ),
    (
        Act::Ask(QuestionKind::Available),
        "do|does (you) (yall|guys) (still|also|happen|even) (to) have|sell|serve|carry|offer|make (any|some) *, \
            do you got (any|some) *, have you (guys) (still) got (any|some) *, you (guys) have|got any *, got (any) *, \
            is|are there (any|some|still) *, is|are # (still) available|left|possible, is|are # (still) on the menu, \
            is|are # (all) sold out|gone, have|are you (guys) (all) (run) out of *, did you run out of *, \
            any * left|available, is it|that|one (still) available|possible|left, do you have it|that|those|them (in) (today|left), \
            does|do|can # come|comes in *, does|do it|they|that come in *",
    ),
    (
        Act::Ask(QuestionKind::Choices),
        "what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * do|did|does you|they|yall|guys|u (guys) (have|sell|serve|offer|carry|got|do|make) (for|on|with|today|left|available) (today|left|it|them), \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * have you (guys) got (today|left), \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * you (guys) got|have, \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * are|is there|available|offered (for|with|on) (it|them|that|today), \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) & are|is there (for|with|on|in) *, \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) & does|do|can|could|is|are * come|comes|have|be|get|served|take|go (in|with|on), \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * can|could|do|should|may i|we (get|have|choose|pick|order|want|put|add) (from|for|with|on|between) *, \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) * can|could|do|should|may i|we (get|have|choose|pick|order|want|add), \
            what|which (kind|kinds|type|types|sort|sorts|other|different) (of) &, what|which (kind|kinds|type|types|sort|sorts) of *, \
            whats|what (are|is) (the|your|my) (other|available|different) & (for|of|on|with|in) *, \
            whats|what (are|is) (the|your|my) (other|available|different) &, what (are) (the|my|your) options|choices for|of|on|with|in *, \
            list|name|read|show (me) (the|your|all) &, tell me (about) (the|your|all) &, what do you have for|in *, and the|your &, what|how about the|your &, what have you got for|in *, \
            what do you have to|for drink, whats there to drink, what (is|do) (there|you) (have) to drink, anything to drink, \
            what (is|do|have) (there|you) (have|got) (for|to) dessert, how many &, what comes in & *, do you have different|other|any|more &, do # have & options",
    ),
    (
        Act::Ask(QuestionKind::Unstated),
        "is|are # (very|really|too|at|that|actually) (all) spicy|hot|vegan|vegetarian|veggie|halal|kosher|sweet|salty|healthy|homemade|organic|greasy|fresh|filling|heavy, \
            is|are it|that|this|they|these|those (very|really|too|at|that|actually) (all) spicy|hot|vegan|vegetarian|veggie|halal|kosher|sweet|salty|healthy|homemade|organic|greasy|fresh|filling|heavy, \
            how spicy|big|large|small|sweet|hot|salty|heavy|filling is|are *, how big is it|that|this, what size is|are #, whats the size of *, \
            is|are # big|large|small, is|are it|that|this|they big|large|small, is|are * (big) enough for *, \
            how many slices|pieces|people|persons|servings|portions|calories|grams|ounces|inches (is|are|does|do|in|on|come|comes|will|would|can|for) (there|you|i|we) (in|on|get) *, \
            how many slices|pieces|people|persons|servings|portions|calories|grams|ounces|inches is|are it|that|this, \
            how many slices|pieces|people|persons|calories (is|does) (it|that|this) (have|serve|feed|in) (it), \
            how many people|persons * serve|serves|feed|feeds|for, how many does|do * serve|feed, how many people can eat|share *, \
            does|do|will|would # serve|feed|be (enough) (for) *, does|will it serve|feed *, \
            (do|have|is|are) (you|there) (guys) (have|got) (any|anything|something) vegan|halal|kosher (options|option|dishes|food|pizza|pizzas), whats|what (is) vegan|halal|kosher, which (ones|dishes|pizzas) (is|are) vegan|halal|kosher|spicy",
    ),
    (
        Act::Ask(QuestionKind::Specials),
        "whats|what (is|are) (on|the|your|todays) (todays|daily|lunch|house|chefs) special|specials (for) (today|lunch|day|the|of) (day|today), \
            whats|what (is|are) (the|your|todays) (todays|daily|lunch) (dish|dishes|plate|meal|special|specials|deal|deals) of the day (today), \
            (any|the|todays|daily) special|specials (today|for) (today), do|have|is|are you|there (guys) (have|got|any) (any|a|some) special|specials|deal|deals|promotion|promotions|offers (today|on), \
            whats|what (is) (for) lunch (today), whats|what (is) todays dish|lunch|plate|special|deal, dish of the day, \
            what do|would|can|could you (guys) recommend|suggest|advise (today|for|to) (lunch|me|us|eat|dinner), what do|would you recommend|suggest *, \
            can|could|would you recommend|suggest something|anything (good|nice|to) (eat|lunch), recommend|suggest something (good|to|for) (eat|me), \
            any (good) recommendations|suggestions|recommendation|suggestion|ideas (for) (lunch|me|today), what are your recommendations|suggestions, \
            whats|what (is) good|best|popular|tasty|nice (here|today|there|on) (the|today) (menu), \
            whats|what (is|are) (your|the|most) (best|most|house) popular|seller|sellers|specialty|speciality|favorite|favourite (item|dish|thing|items|dishes), \
            whats your best *, whats the best * , what should i get|order|have|eat|try (today), surprise me, what do people (usually|normally) order|get|like|eat, \
            i dont know what to get|order|have|eat, you choose|pick, what would you get|have|eat|order, any deals|promotions|offers (today)",
    ),
    (
        Act::Ask(QuestionKind::Hours),
        "are you|yall|they|we (guys) (still|already) open|closed|opened|serving|delivering|taking (orders|now|today|on|tomorrow|until|late|till|at|right|tonight|for) *, \
            are you|yall|they (guys) (still|already) open|closed|opened|serving (orders|now|today|tomorrow|late|tonight|yet), are you still taking orders, \
            when|until|till|what|whats (time|when) do|does|are|is|will you|it|they|the (guys|store|shop|kitchen|restaurant|place) open|close|opened|closed|closing|opening|shut|start|stop (until|till|today|tonight|tomorrow|on|at|delivering|serving|taking|deliveries|orders) (orders|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today), \
            until|till when|what (time) are|do|can (you|i|we) (guys) (open|deliver|serve|order|be), what time do you open|close *, when do you open|close *, \
            how late are|do|can you|i|we (guys) (open|deliver|serve|order|be|stay) (until|open|for|till) (delivery|today|tonight), \
            what (are) (your|the) (opening|business|store|working|operating) hours (today), whats your hours, (your|opening|business) (business|opening) hours (today), \
            when|what|whats (is|time) (time) (is) (the) last order|orders|call, when can i order (until), do you open|close|deliver on *, do you open|close|work today|tomorrow|sundays|saturdays|weekends|late|holidays|tonight, \
            are you open on|at|for|until|till *, how long are you open (for) (today)",
    ),
    (
        Act::Ask(QuestionKind::Delivery),
        "do|does|can|could|will|would you|they|it|yall (guys) (also|even) deliver (here|there|to|in|at|around|near|out|over|it|food) *, \
            do|does|can|could|will|would you|they|yall (guys) (also|even) deliver (here|there|today|now|food|everywhere|anywhere|around) (here|there), \
            is|are * in|within|inside your|the (delivery) area|range|zone, how much (is|are|for|do|does|would|will) (you) (charge) (for) (the|a) delivery|shipping|deliveries (fee|charge|be|cost|to|here) *, \
            how much (is|are|for|do|does|would|will) (you) (charge) (for) (the|a) delivery|shipping|deliveries (fee|charge|be|cost|here), how much to deliver *, how much to deliver, \
            whats|what (is|are) (the|your) delivery|shipping (fee|charge|cost|price|fees|charges|area|range|zone|time|minimum|radius) *, whats|what (is|are) (the|your) delivery|shipping (fee|charge|cost|price|fees|charges|area|range|zone|minimum|radius), \
            is (the) delivery|shipping|it (for) (delivery) free|extra|included|expensive, is delivery free *, is|are there (a|any) delivery|shipping (fee|charge|fees|charges|minimum|cost), is|are there (a|any) minimum (order|amount|spend) *, is|are there (a|any) minimum (order|amount|spend), \
            whats|what (is) (the|your) minimum (order|amount|spend) (for|to) (delivery), whats|what (is) (the|your) minimum (order|amount|spend), do you have a minimum (order), \
            where|how do|can|far|will (do) (you) (guys) deliver (to), do you deliver for free, do you (guys) do|have|offer (a|home|free) delivery|deliveries|pickup|takeout|take (out) (up), do you do pick up, \
            do i have|need to pay for delivery, delivery|shipping fee|charge|cost|price, do you charge for delivery, can i|we (come) (and) (pick) collect|pickup *",
    ),
    (
        Act::Ask(QuestionKind::Payment),
        "do|does|can|could|will|would you|they|yall (guys) (also|even) take|accept|do|have $, do|can|will you (guys) (also) accept *, do|can|will you (guys) (also) take *, \
            can|could|may i|we|you (also) pay (by|with|in|using|via|on|at|you|for|through|it) *, can|could|may i|we pay|use $, can i|we pay at the door|restaurant|counter, can|could|may i|we pay later|now|online|separately, \
            can|could|may i use (a|my) $, how can|do|could|should|may|would i|we|you pay (for) (it|this|that|my|order), how do you want me to pay, \
            what|which (are|is) (the|your|all) forms|types|kinds|methods|form|method|ways|type|kind (of) (to) payment|payments|pay (*), \
            what|which (are) (the|your) payment options|methods, what|which payment (methods|options|forms) do|can you|i (accept|take|have|use), payment options|methods, \
            what|which cards do you take|accept, is|are $ accepted|okay|ok|fine|possible|good|alright, is it okay|ok|possible to pay (with|by|in) *, \
            do|does (you|the|your) (driver|courier|guy) (have|carry|bring) (a) card (machine|reader|terminal) *, \
            do you have a card machine|reader|terminal",
    ),
    (
        Act::Ask(QuestionKind::Total),
        "how much is|are|was|will|would|s it|that|this|everything|all|mine (be) (so|all|in|now|then|altogether|total|together) (far|total|all|together|of|with|for|including) (delivery|now|that|this|it) (delivery), \
            how much (is) (the|my) (whole|entire) (total|order|bill|thing|lot|check|cart|meal) (so|right) (far|now), how much do|did|will i|we (have) (owe|pay|spend) (you|so|to|now) (far|pay|you), how much so far, how much is it (all) (now|so|altogether|together) (far), \
            how much (is|does|will) (it|that|everything|all) (all) come|comes|add|adds|be|cost (up) (to) (so|in|altogether|all) (far|total|together|now), \
            whats|what (is|does) (the|my|our|your|it) (order|current|grand|final|new) total|subtotal|bill|check|damage (so|come|of|for|now|right|to) (far|to|my|order|now) (order), what do i owe (you), \
            (the|my) total|subtotal (so|please) (far), how much would|will|does|did|do|could it|that|this|everything be|cost|come|total (all|in|to|with) (together|total|all|delivery), \
            what does|will (that|it|this|everything) come|add (up) to, whats it (all) come to, total so far, and the total, how much now, how much in total|all",
    ),
    (
        Act::Ask(QuestionKind::Wait),
        "how long does|will|would|is|do|did it|that|this|they|delivery|everything (gonna|going|usually|normally|all) (to) (take|be) (to|for|now|from|until|till|on) *, \
            how long does|will|would|is|do|did it|that|this|they|delivery|everything (gonna|going|usually|normally|all) (to) take|be (now|today), \
            how long (is|are) (the|a|your|current) (wait|delivery|line|queue) (time) (now|today|be|take), how long (does|will|would) (the|a) delivery|order|pickup (take|be) (now), how long for *, how long until|till|before *, \
            how long to|would|will|does|do *, how long do|will|would i|we (have|need) (to) wait (for) *, how long do|will|would i|we (have|need) (to) wait, how long, \
            whats|what (is) (the|your) (current|estimated|average|typical) wait|delivery (time) (now|today|like), whats|what (is) (the) (estimated) waiting|delivery time, how many minutes (will|does|would|until|for|till) *, how many minutes, \
            how soon|quick|quickly|fast can|will|could|would|do|is (you|it|i|they|delivery) *, how soon, when can|could|would you deliver|bring|have|get (it|this|that|them), will it|that take (very|that|too) long, is it going to take|be long, does it take long, is there a wait, \
            when can|could|would i have|get|expect it|my *",
    ),
    (
        Act::Ask(QuestionKind::Shop),
        "where are|is you|yall|your (guys) (located|based|shop|store|restaurant|place|kitchen), where are you guys, where|wheres (is) the|your restaurant|shop|store|place|pizzeria (located|at), where do i|we go|come (to) (pick) *, \
            whats|what (is) (the|your) (shops|restaurants|stores) (phone|street|full|exact|telephone|business) address|location|number|name|website, whats|what (is) the (phone|address|name|number) (number) of|for the|your restaurant|shop|store|place, \
            what (is|are) (the|your) (phone) number|address, what|which restaurant|shop|store|place is this|that, which restaurant (am|are) (i) *, how do|can|could i|we (call|reach|contact|get|find) (to) you|there, do you have a phone (number), do you have a website, what are you guys called, whats the restaurant called",
    ),
    (
        Act::Complain(ComplaintKind::Missing),
        "(my|the|a|an|one|our|some) (of) * is|are|was|were|s (still|also|completely) missing *, (my|the|a|an|one|our|some) (of) * is|are|was|were|s (still|also|completely) missing, # missing, \
            (im|we|i|were) (am|are) (still|also) missing *, (i) (think) (you|they|he|she|it|yall|someone|somebody) (guys) (must|have|has) forgot|forgotten|omitted (to) (send|bring|include|add|put|pack|give) *, \
            you|they|he|she|yall (guys) left out *, you|they|he|she|yall (guys) left * out, you|they|he|she|yall|it|the (guys|driver|courier|shop|restaurant) didnt|havent|never send|bring|include|give|deliver|sent|pack|come|brought (me|us|with) *, \
            i|we (still|also) didnt|never|havent get|got|receive|received|gotten (my|the|any|a|our|all) *, # (still) didnt|never|hasnt|havent come|came|arrive|arrived|show (up) (with) (it|my|order|the|yet), \
            there|theres (is|are|was|were|s) no # in|on|with *, there is|are|was|were no #, there (is|are|was|were) # missing, \
            # wasnt|werent|isnt|arent in|here|there|included|with (the|my|it) (bag|box|order|delivery|package), (i|we) (have|had|ve) only got|received|have *, \
            missing *, something|somethings|item|items|part|things (is|are|was|of) (the) (order|from) missing *, something|somethings|item|items|part|things (is|are|was|of) (my|the) (order) missing, missing an|a item, \
            it came without *, it arrived without *, came|arrived without (the|my) *, its missing *, my order came without *, i|we ordered * (but|and) it|they (is|are|was|were|s) (isnt|wasnt|not|didnt|arent|werent) (here|there|come|in|included) (the) (bag)",
    ),
    (
        Act::Complain(ComplaintKind::Wrong),
        "(this|that|it|the|my|our|everything) order|food|pizza|delivery|lunch is|s|was|came|arrived|has (all|completely|been) wrong|incorrect|messed (up), # is|was|were|are|came|arrived|s (all|completely) wrong|incorrect, \
            you|they|he|she|i|we|yall (guys) (have|ve|just) sent|brought|gave|delivered|got|received|have|made|given|handed (me|us) (the|a) wrong *, (the|its|this|thats) (is) (the) wrong order|item|food|pizza|drink|thing|size|flavor|one|dish|meal|address, \
            (this|that|it|thats|its|this) (is|was) (isnt|wasnt|not) what i|we ordered|asked|wanted|got (for), (you|they) (guys) (have) messed|screwed up *, you|they (guys) (have) messed|screwed|mixed (my|the|our) (order) up, you|they (guys) mixed up *, \
            i|we ordered|asked|wanted (for) * (and|but) (i|we|you|they|it|this) (guys) (only) (have) got|received|sent|gave|brought|came (me|us) *, i|we got|received someone|somebody (elses) (else) *, this isnt my order, thats not my order, this is not my order, wrong order, there is|was|theres a mistake (in|with) (my|the) order, you made a mistake (with|in|on) (my|the) (order), \
            i|we got|received # instead (of) *",
    ),
    (
        Act::Complain(ComplaintKind::Cold),
        "(my|the|this|it|everything|our|all) (of|is) * is|was|were|are|came|arrived|got|s (here|all|stone|ice|completely|really|very|totally|a|already|just) (bit|little) cold|freezing|lukewarm|frozen, \
            its|it|theyre|everything|theyve (is|was|came|arrived|are|were|s) (all|stone|ice|completely|really|very|totally|already|just|got) (here) cold|freezing|lukewarm|frozen, cold food|pizza|fries|lunch, \
            you|they (guys) (sent|brought|gave|delivered) (me|us) cold *, (i|we) got cold *, the|my food got cold",
    ),
    (
        Act::Complain(ComplaintKind::Late),
        "(it|that|nothing|nobody|they|driver|courier|delivery|order|food|lunch|he) (still|has|have|is|did) never|hasnt|didnt|isnt|havent|not|wasnt (yet|even|been) came|come|arrived|arrive|here|shown|showed|show|delivered|turned (up|here) (yet|still), \
            (my|the|our|still|where) (order|food|lunch|pizza|delivery|meal|dinner|driver|courier) (still|has|is|did) never|hasnt|didnt|isnt|havent|not|wasnt (yet|even|been) came|come|arrived|arrive|here|shown|showed|show|delivered|turned (up|here) (yet|still), \
            its|it|this|youre|theyre|order|delivery|everything (order|food) (is|are|s|was) (so|very|really|too|super|extremely|pretty|way|getting|running) (too) late, my|the order|food|lunch|delivery|pizza|driver|courier (is|s|was) (so|very|really|too|super|running|an|over) (hour|hours) late, \
            (its|it|this|theyre|youre|my|the|order|delivery) (is|s|order|food|delivery) (is) taking (so|too|forever|ages|very|really|way|a|an|hours) (too|much|long|really|eternity) (long|time), (ive|i|weve|we|im|were) (have|am|are|still) (still|been) waiting (for|on|over|an|more|so|too|almost|nearly|forever|ages|since|a|here|about|like) *, (ive|i|weve|we|im|were) (have|am|are) been waiting, still waiting, im still waiting, \
            (its|it|its) (has|is|been|taken) been|over|taken (over|more|almost|nearly|like|about|an|already|at|than|so) *  hour|hours|minutes|long|ages (already|now|ago|and|since) *, (its|it|its) (has|is|been|taken) been|over|taken (over|more|almost|nearly|like|about|an|already|at|than|so) *  hour|hours|minutes|long|ages (already|now|ago), its been an|over|two|three hour|hours, its been ages|forever, i never got|received my order|food|lunch|delivery|pizza, i didnt get|receive my order|food|lunch|delivery, \
            nothing|nobody (has) came|arrived|come|showed (yet|up), whats taking so long, what is taking so long, why is it|my|the (order|food) taking (so|forever) (long), why is it|my|the (order|food) so late, where the hell *",
    ),
    (
        Act::Complain(ComplaintKind::Other),
        "(there|theres|i) (is|was|s|think) something|anything|somethings (is|was|s) (really|very|not) wrong|right|off (with|about) *, (there|theres|i) (is|was|s|think) something|anything|somethings (is|was|s) (really|very|not) wrong|right|off, whats wrong with *, \
            (i|we|id|ill) (have|want|need|would|got|wanna|d|ve|like) (to|like) (to) (make|file|have|got|register|lodge|report) (a|some|an) complaint|complain|complaints (about|with|on|regarding) *, (i|we|id|ill) (have|want|need|would|got|wanna|d|ve|like) (to|like) (to) (make|file|have|got|register|lodge|report) (a|some|an) complaint|complain|complaints, \
            (i|we|there) have|theres|is|was|had|got|ive|report|having (to|report|got) (a|an|some|another) problem|issue|problems|issues (with|in|about) *, (i|we|there) have|theres|is|was|had|got|ive|report|having (to|report|got) (a|an|some|another) problem|issue|problems|issues, \
            (my|the|this|it|everything|our|all) (of) * is|was|were|are|came|arrived|got|s (here|all|completely|really|very|totally|a|just|so) (bit|little) burnt|burned|raw|undercooked|overcooked|soggy|spilled|spilt|smashed|broken|damaged|stale|bad|disgusting|rotten|leaking|crushed|salty|awful|horrible|terrible|gross|squashed|inedible|wet|moldy|expired|opened, \
            its|it|theyre|everything (is|was|were|came|arrived) (all|completely|really|very|totally|so) burnt|burned|raw|undercooked|overcooked|soggy|spilled|spilt|smashed|broken|damaged|stale|disgusting|rotten|leaking|crushed|salty|awful|gross|squashed|inedible|moldy|expired, \
            (there|theres|i|we) (is|was|s|found) (a|an|some) hair|bug|fly|insect|plastic|glass|worm in|on *, there|theres|i|we (is|was|s|found) (a|an|some) hair|bug|fly|insect|plastic|glass|worm, (i|we|id|can|could) (i|want|need|would|like) (like|to|get|have) (to|get|have) (a|my|full) refund|refunded (for|please) *, (i|we|id|can|could) (i|want|need|would|like) (like|to|get|have) (to|get|have) (a|my|full) refund, i want my money back, give me my money back, \
            im not happy|satisfied|pleased (with) *, im not happy|satisfied|pleased, (the|your) (driver|courier|delivery) (guy) was rude",
    ),
    (
        Act::Menu,
        "what can|could|may i|we|she|he|they eat|have|order|get",
    ),
    (
        Act::Usual,
        "(the|my|our|just) usual (order|thing|one|lunch|stuff|pizza|please|again), same (thing|order|things|stuff|lunch|one) (as|like) (the|my|last|before|always|usual|yesterday|i|we) (last|always|usual|had|ordered|got|time|order|one) (last|time|before|yesterday) (time), \
            (the|that|my) same (thing|order|things|stuff|lunch|one) (as|like) (the|my|last|before|always|usual|yesterday|i|we) (last|always|usual|had|ordered|got|time|order|one) (last|time|before|yesterday) (time), \
            (the) same (again) as|like (i|we) (had|ordered|got) last|before|always|usual|yesterday (time|week|friday), repeat|reorder|redo|duplicate|order (my|the|our) last|previous|prior|old|usual order|one|lunch|purchase (again), \
            what i|we (always|usually|normally|typically|last) (have|get|order|had|ordered|got|do) (last) (time|week|yesterday|before), what i|we had|ordered|got last (time|week), as always, as usual, like always, like last time, like the last time, \
            (do) (the) same (again) as|like last|always|usual (time), my|the last|previous order (again|please), my regular (order), the regular order, order (what) (i|we) (had|ordered|got) (last) (time) again, i|ill (will) (have) (the) same as always|usual|last (time), my favorite order, make it the usual",
    ),
    (
        Act::Person,
        "(i|id|we|can|could|may|please|let) (want|need|would|wanna|like|i|rather|me|prefer|have|we) (to|like|rather) (to) talk|speak|chat|talking|speaking (to|with) (a|an|the|some|your|one|actual) (real|live|actual|human|other|customer|service|shop) person|human|someone|somebody|agent|representative|rep|operator|manager|employee|staff|attendant|being|people|boss|owner|supervisor|server|waiter|guy|lady|restaurant|shop (being|agent|person|representative) (please|there|at|in|from|else|instead|real) (the|please|human) (restaurant|shop|store), \
            (a|an|the|with) (real|live|actual|human) person|human|agent|representative|rep|operator|attendant|being|manager (being|please), real person, person, \
            (can|could|please|just|would) (you) (get|give|put|connect|transfer|pass|hand|take|patch) (me) (to|through|on|over|with) (to|with) (a|an|the|some|your) (real|live|actual|human) person|human|someone|somebody|agent|representative|rep|operator|manager|employee|staff|attendant|restaurant|shop (being|agent|person|please|there|else), \
            i|id|we (want|need|would|rather|prefer) (like|have) (a|an|to) (real|live|actual|human) person|human|agent|representative|operator|manager (being|please), is there (a|any|an) (real|live|human|actual) person|human|someone|somebody|anyone|anybody (there|here|else|i) (i) (can|could) (talk|speak) (to|with), is anyone|anybody there, is there anyone i can talk|speak to|with, \
            customer service|support|care, (can|could|please|have|would) (someone|somebody|you|them|a) (person|human|please) (please) call me back, have|get|ask|tell|can|could someone|somebody|anyone|anybody (please|to) call|ring|phone me (back|please), call me back, (please) transfer me, transfer my call, get me a human|person, let me talk|speak to|with human|person|someone|somebody, (im|are) (you) (talking) (to) (a) (robot|machine|bot) i want a human, youre a robot let me talk to a human, no robots|bots, i dont want to talk to a robot|machine|bot|computer",
    ),
    (
        Act::Forget,
        "(please|can|could|i|id|want|would) (you|want|like) (you|please|to|have|like) (to|please) delete|erase|remove|wipe|clear|forget|destroy|deleting (all|everything|any) (of) (my|the|our) (personal|customer|stored|saved|own|private) (order) data|information|info|account|history|details|profile|records|record|name|number|address|phone|allergies (number|about|you|please|from|that) (have|number|of|your|on) (me|system|stored|records|my), \
            (please|can|could|i|id|want|would) (you|want|like) (you|please|to|have) (to|please) forget|delete|erase (about) me (please|completely|from) (your|the) (system|records|database), forget about me, forget me, forget who i am, \
            (please) forget|delete|erase everything (that) (you) (know|have|stored|saved) (about|on|of) me, (please) forget|delete|erase everything about me, (i) (want|would) (like) my data (to) (be) (deleted|erased|removed) (please), i want my data deleted|erased|removed, delete what you know about me, dont keep|store|save|remember my data|information|details|name|number|address",
    ),
];

pub(super) const LEADS: &str = "can you tell me, could you tell me, would you tell me, can you please tell me, could you please tell me, \
            do you know, would you know, do you happen to know, tell me, please tell me, i want to know, i wanna know, \
            i would like to know, id like to know, id love to know, i need to know, i was wondering, im wondering, \
            i wonder, just wondering, i have a question, a question, one question, quick question, just a question, another question, can i ask, \
            may i ask, let me ask, let me ask you, excuse me, by the way, btw, also, and also, but, and, so, \
            well, ok, okay, alright, yes, yeah, yep, no, nope, sorry, hello, hi, hey, hi there, good morning, \
            good afternoon, good evening, listen, look, wait, hold on, one thing, one more thing, first, before that, \
            before i order, before we order, out of curiosity, just out of curiosity, remind me, actually, \
            then, now, oh, um, uh, hmm, just, could you say, can you say, check if, can you check if, see if, if, \
            whether, i think, i guess, i believe, it seems, it looks like, look, listen, unfortunately, to know, \
            cool, great, thanks, thank you, perfect, mm, please, alexa, im curious, curious, what about, how about, \
            i dont know";

pub(super) const TAILS: &str = "please, thanks, thank you, today, now, right now, at the moment, currently, then, there, here, \
            guys, for lunch, for me, you guys, by the way, exactly, again, anyway, by any chance, actually, huh, \
            though, sir, maam, man, dude, in there, over there, tonight, this time, do you know, or not, or what, or no, already, \
            if i may ask, at all, still, yet, so far, in it, if possible, left, in stock, on the menu, im allergic, i am allergic, just curious, just asking, for";

pub(super) const KINDS: &[&str] = &[
    "drink, beverage, soda, pop, soft drink, fizzy drink, refreshment, something to drink, to drink",
    "dessert, sweet, sweets, something sweet, afters, pudding",
    "side, side dish, starter, appetizer, snack",
    "flavor, flavour, kind, topping flavor, flavor option",
    "size, how big",
    "topping, extra, add on, ingredient",
    "crust, base, dough, edge",
    "main, main course, main dish, plate, lunch plate, dish, entree, meal",
    "container, bottle size, packaging",
    "combo, meal deal, set menu, set meal, bundle",
    "sauce, dressing, dip",
];

pub(super) const METHODS: (&str, &str, &str) = (
    "cash, bills, notes, money, coins",
    "card, credit, debit, credit card, debit card, cards, credit cards, debit cards, visa, mastercard, amex, card machine",
    "pix",
);

pub(super) const ALLERGIC: &str =
    "allergic, allergy, allergies, intolerant, intolerance, celiac, coeliac, anaphylactic, sensitive";

/// Words for an order as a whole, which name nothing that is on the menu.
pub(super) const WHOLE: &str =
    "order, food, lunch, dinner, meal, delivery, it, everything, all, package, cart, bag";

/// Words that begin a question wherever they stand.
pub(super) const ASKING: &str = "how, what, whats, which";

/// How words begin that say what is wrong.
pub(super) const COMPLAINTS: &[(ComplaintKind, &str)] = &[
    (
        ComplaintKind::Missing,
        "missing, forgot, forgotten, lacking, lacks, without, left, gone",
    ),
    (
        ComplaintKind::Wrong,
        "wrong, incorrect, mistake, mixed, instead, different, swapped",
    ),
    (ComplaintKind::Cold, "cold, freezing, lukewarm, frozen"),
    (
        ComplaintKind::Late,
        "late, waiting, never, slow, delay, hour, arrived",
    ),
];

/// Words for what was ordered before this order.
pub(super) const BEFORE: &str = "last, always, usual, usually, before, yesterday, previous, prior, regular, favorite, normally, typically, had, week, time";
