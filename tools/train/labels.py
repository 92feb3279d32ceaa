"""The closed label sets of the ontology and the scorer's families."""
TYPES = ["State", "Territory", "Person", "Organization", "WeaponSystem", "Agreement", "Event", "Programme", "Infrastructure", "Group", "Issue"]
FAMILY = {}
for _fam, _names in {
    "cooperation": "agrees_with consults_with supports cooperates_with allied_with aids supplies trades_with invests_in concedes_to",
    "conflict": "retreats_from requests accuses opposes threatens protests sanctions mobilizes_against coerces attacks disputes_with counters",
    "perception": "fears distrusts seeks",
    "capability": "possesses claims deploys develops acquires hosts",
    "structure": "located_in part_of leads depends_on influences participates_in"}.items():
    for _n in _names.split():
        FAMILY[_n] = _fam
RELATIONS = list(FAMILY)
SYMMETRIC = set("agrees_with consults_with cooperates_with allied_with trades_with disputes_with".split())
MODALITY = ["asserted", "possible", "negated"]
FEATS = ["Number", "Tense", "VerbForm", "Mood", "Voice", "Polarity", "Degree", "PronType", "Case"]
NER = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
NER_CLASS = {"Person": "PER", "Organization": "ORG", "State": "LOC", "Territory": "LOC", "person": "PER", "organization": "ORG", "place": "LOC"}
T = {x: i for i, x in enumerate(TYPES)}
R = {x: i for i, x in enumerate(RELATIONS)}
WIDTH = 16            # widest mention in words is WIDTH (j - i < WIDTH)
MAX_WINDOW = 160      # pieces of a window with [CLS] and [SEP]
assert len(RELATIONS) == 37
