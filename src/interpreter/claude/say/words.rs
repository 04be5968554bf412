//! Words that state something, in every language at once: a sentence that mixes them in is no safer. Folded; a `*` ends a
//! beginning that many words share.

use super::Unsaid;
use crate::order::Language;

/// Numbers.
const NUMBERS: &str = "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred* thousand* million* dozen* \
    couple pair double triple twice thrice once half halves quarter* first second third another both many several few \
    dois duas tres quatro cinco seis meia sete oito nove dez onze doze treze quatorze catorze quinze dezesseis dezessete \
    dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento* duzent* trezent* \
    quatrocent* quinhent* seiscent* setecent* oitocent* novecent* mil milh* duzia* dobro tripl* metade* quarto* primeir* \
    segund* terceir* ambos ambas outro outra vari* par";

/// Where an order stands, and what has happened to it.
const STAGES: &str = "accept* confirm* cook* bak* prepar* ready sent send* ship* deliver* courier* driver* rider* arriv* \
    leave* left way transit placed place kitchen* oven* cancel* refund* reserv* stock pick* pickup paid approv* charg* \
    guarantee* aceit* cozinh* forno pront* enviad* envi* mand* entreg* entregador* motoboy* saiu sair caminho chega* cheg* \
    retir* reembols* estorn* reserv* estoque pag* aprov* cobr* garant* registrad* finaliz* conclu* book* lock* dispatch* \
    under underway begun begin* start* progress* queue* coming comes bring* brought reach* despach* fechad* partiu rumo vapor \
    andamento encaminh* chapa brasa vindo trazendo trago traz* leva* levo";

/// Times.
const TIMES: &str = "minute* hour* second* moment* soon shortly now today tonight tomorrow yesterday noon midnight morning \
    afternoon evening night week* day* month* early late* later quick* fast* instant* immediat* clock am pm minut* hora* \
    segundo* momento* logo ja agora hoje amanha ontem meio-dia meia-noite manha tarde noite semana* dia* mes* cedo \
    atras* rapid* instante* imediat* daqui pouco";

/// Money.
const MONEY: &str = "price* cost* cheap* expensive dollar* cent cents buck* real reais centavo* free complimentary gratis \
    gratuit* discount* deal* offer* promo* coupon* voucher* fee* tip tips tax* total* bill charge* money save* saving* \
    worth half-price preco* cust* barat* caro cara desconto* oferta* cupo* vale brinde* cortesia taxa* gorjeta* imposto* \
    conta dinheiro troco economi* graca house included includ* inclu* gift* present* treat* bonus perk* complement* compliment* \
    cover* comp comped owe* owing waive* waiv* rate rates tariff* percent* nothing zero invoice* coins mimo* lembranc* agrado* \
    gentileza* regal* deve* devendo nada tabela* isent* isenc* porcent* soma somas sum sums amount* quantia* valor* \
    kostenlos umsonst geschenk* offert* cadeau* omaggio invit* convid*";

/// What people may or may not eat, and what is in food.
const DIETS: &str = "allerg* vegan* vegetarian* gluten* lactose dairy halal kosher organic healthy health* diet* calorie* \
    fat low-fat sugar* salt* sodium spicy raw safe safely contain* free-from trace* ingredient* peanut* nut nuts tree-nut* \
    almond* milk egg eggs wheat soy soya fish shellfish crustacean* mollus* celery mustard sesame sulphite* sulfite* lupin \
    alerg* alergen* vegan* vegetarian* organic* saudav* saude* diet* calori* gordur* acucar* sal apimentad* picant* cru \
    crua segur* conte* contem tracos ingrediente* amendoi* castanh* noz nozes leite ovo ovos trigo soja peixe* crustaceo* \
    molusco* aipo mostarda gergelim sulfito* tremoco* lactose celiac* coeliac* reaction* react* reacao reacoes reag* intoleran* \
    plant plants planta* meat* carne* pork* porco* seafood harm* inofensiv* child* kid kids crianca* bebe* baby babies \
    pregnan* gravid* gestante* diabet* asthma* asma* suitable adequad* keto carb carbs carboidrat* casein* caseina*";

/// Who somebody is, and what was told to whom: a customer is nobody but a customer, and the wording's author nobody.
const ROLES: &str = "owner* boss chief admin* manager* employee* staff colleague* root sir madam* prompt* instruct* instruc* \
    system* sistema* model* claude anthropic assistant* assistente* tool* ferramenta* json regra* rule* dono* chefe patrao \
    gerente* funcionari* colega* senha* password* promise* promet* link* site* website* email* app url dot";

/// Words that are only used in one of the languages, and that hardly a sentence does without.
const ENGLISH: &str =
    "the and of to is are it with your you we i for on at that this have what will just got";
const PORTUGUESE: &str =
    "o e de do da os as um uma para pra com seu sua voce que nao no na eu por mais esta isso foi";

/// What a word states, if it states something.
pub(super) fn states(word: &str) -> Option<Unsaid> {
    let is_in = |list: &str| {
        list.split_ascii_whitespace()
            .any(|known| match known.strip_suffix('*') {
                Some(beginning) => word.starts_with(beginning),
                None => word == known,
            })
    };
    if is_in(NUMBERS) {
        return Some(Unsaid::Number);
    }
    let facts = [STAGES, TIMES, MONEY, DIETS, ROLES];
    // "Hypoallergenic" begins otherwise.
    let allergy = word.contains("lerg");
    (allergy || facts.into_iter().any(is_in)).then_some(Unsaid::Fact)
}

/// Whether words are more of another language than of this.
pub(super) fn is_foreign(words: &[String], language: Language) -> bool {
    let count = |list: &str| {
        let of_it = words
            .iter()
            .filter(|word| list.split_ascii_whitespace().any(|known| known == *word));
        of_it.count()
    };
    let (english, portuguese) = (count(ENGLISH), count(PORTUGUESE));
    match language {
        Language::EnUs => portuguese > english,
        Language::PtBr => english > portuguese,
    }
}
