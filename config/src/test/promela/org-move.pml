/* How an org moves between two stacks while it sells, as a model that spin searches whole.
 *
 * Each stack has a PostgreSQL of its own; what a transaction does at its commit is one atomic step,
 * and between two steps anybody may be killed, stall or lose its connection. Two visitors write,
 * repeat what has no answer, and begin at whichever stack they like; two movers move the org from
 * where it is at home to the other stack, one of them perhaps long thought dead.
 *
 * What must hold is said in assert(): never two homes, nothing of what was acknowledged is missing
 * where the org goes on, no copier writes where the org is at home, nobody's home for good.
 * Compiled with one of the names below, a mistake is made on purpose, which must be found:
 *
 *   HOME_BEFORE_LOCK       a writer asks where the org is at home before it holds the gate
 *   NO_FREEZE              the mover releases without waiting for writers
 *   JOURNAL_WITHOUT_GATE   the journal begins while writers are under way that do not know of it
 *   JOURNAL_FORGETS        draining a key forgets what was written to it in the meantime
 *   ACTIVATE_FIRST         the target is told it is at home before the source let go
 *   NO_TOKEN               a copier that was replaced goes on writing
 *   LATE_ACTIVATION        the target is activated by news however old
 *   DRAIN_ONCE             the last drain stops before the journal is empty
 *   NO_SELF_HELP           only the mover can activate the target
 */

#define STACKS 2
#define WRITERS 2
#ifndef MOVERS
#define MOVERS 2
#endif
#define OTHER(x) (1 - (x))
#define NOBODY 2

typedef Stack {
    byte home;             /* org_home.home */
    byte epoch;            /* org_home.epoch */
    bool journal;          /* org_home.journal */
    byte applier;          /* org_home.applier */
    byte gate;             /* writers that hold the gate, shared */
    bool frozen;           /* the mover holds it alone */
    byte version[WRITERS]; /* of each writer's row; 0: not there */
    byte keys[WRITERS]     /* journal rows of each */
}

Stack stack[STACKS];
byte acknowledged[WRITERS];
bool moving[STACKS];       /* one mover a source, by a lock of its session */

inline check_homes() {
    assert(!(stack[0].home == 0 && stack[1].home == 1))
}

/* The only way a stack becomes home: its own row, and never by news that is older than it. */
inline activate(t, news) {
    atomic {
        if
#ifdef LATE_ACTIVATION
        :: true ->
#else
        :: stack[t].epoch < news ->
#endif
            assert(stack[t].version[0] >= acknowledged[0]);
            assert(stack[t].version[1] >= acknowledged[1]);
            stack[t].home = t;
            stack[t].epoch = news;
            stack[t].journal = true;
            stack[t].applier++;
            check_homes()
#ifndef LATE_ACTIVATION
        :: else
#endif
        fi
    }
}

proctype Writer(byte me; byte writes) {
    byte at, home, epoch, hopped, next;
    bool journal, far;

    next = 1;
    do
    :: next > writes -> break
    :: else ->
        /* A new request, or the repeat of one that had no answer, at either stack. */
        far = false;
        if
        :: at = 0
        :: at = 1
        fi;
        do
        :: true ->
#ifdef HOME_BEFORE_LOCK
            atomic { home = stack[at].home; epoch = stack[at].epoch; journal = stack[at].journal };
#endif
            atomic { !stack[at].frozen -> stack[at].gate++ };
#ifndef HOME_BEFORE_LOCK
            atomic { home = stack[at].home; epoch = stack[at].epoch; journal = stack[at].journal };
#endif
            if
            :: home == at ->
                /* The commit: the row, its journal row, and the gate is left. */
progress_kept:  atomic {
                    if
                    :: stack[at].version[me] < next ->
                        stack[at].version[me] = next;
                        if
                        :: journal -> stack[at].keys[me]++
                        :: else
                        fi
                    :: else
                    fi;
                    stack[at].gate--;
                    home = 0; epoch = 0; journal = false; hopped = 0
                };
                atomic {
                    at = 0; far = false;
                    if
                    :: acknowledged[me] = next; next++
                    :: true /* the answer is lost: the same again, which changes nothing */
                    fi;
                    break
                }
            :: else ->
                atomic {
                    stack[at].gate--;
                    if
                    :: !far -> far = true; hopped = epoch; at = home; goto again
                    :: far && epoch >= hopped -> far = false; hopped = 0; goto again
                    :: else
                    fi
                };
                {
                    /* Released to this stack, which does not know: it asks the other one. */
#ifndef NO_SELF_HELP
                    if
                    :: stack[OTHER(at)].home == at && stack[OTHER(at)].epoch >= hopped ->
                        activate(at, hopped)
                    :: else
                    fi;
#endif
                    far = false; hopped = 0
                };
again:          home = 0; epoch = 0; journal = false
            fi
        od
    od
}

/* A copier's transaction at the target: its guard first. */
inline apply(t, token, row, what) {
    atomic {
        if
        :: stack[t].home == t -> goto gone
#ifndef NO_TOKEN
        :: stack[t].applier != token -> goto gone
#endif
        :: else ->
            assert(stack[t].home != t);
            stack[t].version[row] = what
        fi
    }
}

/* Empties the journal: what a key stands for now is written at the target, then the key goes. */
inline drain() {
    row = 0;
    do
    :: row < WRITERS ->
        taken = stack[source].keys[row];
        if
        :: taken > 0 ->
            read = stack[source].version[row];
            apply(target, token, row, read);
            atomic {
                read = 0;
                if
                :: lost -> goto gone
                :: else
                fi;
#ifdef JOURNAL_FORGETS
                stack[source].keys[row] = 0;
#else
                stack[source].keys[row] = stack[source].keys[row] - taken;
#endif
                taken = 0
            }
        :: else
        fi;
        row++
    :: else -> row = 0; break
    od
}

proctype Mover() {
    byte source, target, token, row, read, taken, news;
    bool lost, alone, holds;

    atomic {
        if
        :: stack[0].home == 0 && !moving[0] -> source = 0
        :: stack[1].home == 1 && !moving[1] -> source = 1
        :: else -> goto gone
        fi;
        target = OTHER(source);
        moving[source] = true;
        holds = true
    };
    /* START: the target knows its copier, and from here on every write leaves its key. */
    atomic {
        if
        :: stack[target].home == target -> goto gone
        :: else -> stack[target].applier++; token = stack[target].applier
        fi
    };
    atomic {
#ifndef JOURNAL_WITHOUT_GATE
        stack[source].gate == 0 ->
#endif
        if
        :: lost || stack[source].home != source -> goto gone
        :: else -> stack[source].journal = true
        fi
    };
    /* COPY */
    row = 0;
    do
    :: row < WRITERS ->
        read = stack[source].version[row];
        apply(target, token, row, read);
        atomic { read = 0; row++ }
    :: else -> row = 0; break
    od;
    /* Here its session may break: another mover begins while this one still believes in itself. */
    if
    :: true
    :: atomic { lost = true; moving[source] = false; holds = false }
    :: goto gone
    fi;
    drain();
#ifdef ACTIVATE_FIRST
    news = stack[source].epoch + 1;
    activate(target, news);
#endif
    /* FREEZE */
#ifndef NO_FREEZE
    atomic {
        stack[source].gate == 0 && !stack[source].frozen ->
        if
        :: lost || stack[source].home != source -> goto gone
        :: else -> stack[source].frozen = true; alone = true
        fi
    };
#endif
#ifdef DRAIN_ONCE
    if
    :: lost -> goto gone
    :: else
    fi;
#else
    do
    :: stack[source].keys[0] == 0 && stack[source].keys[1] == 0 -> break
    :: else -> drain()
    od;
#endif
    /* Killed, or stalled for so long that PostgreSQL ends its transaction: the gate opens again. */
    if
    :: true
    :: goto gone
    fi;
    /* PREPARE: the target lives, and no copier is under way behind this one. */
    atomic {
        if
        :: stack[target].home == target || stack[target].applier != token -> goto gone
        :: else -> stack[target].applier++; token = stack[target].applier
        fi
    };
    /* RELEASE, the point of no return. */
    atomic {
        if
        :: lost || stack[source].home != source -> goto gone
        :: else ->
            stack[source].home = target;
            stack[source].epoch++;
            news = stack[source].epoch;
            stack[source].journal = false;
            stack[source].frozen = false;
            alone = false;
            check_homes()
        fi
    };
    if
    :: true
    :: goto gone
    fi;
    /* ACTIVATE */
    activate(target, news);
gone:
    atomic {
        if
        :: alone -> stack[source].frozen = false
        :: else
        fi;
        if
        :: holds -> moving[source] = false
        :: else
        fi;
        /* What is of no use any more makes no state of its own. */
        source = 0; target = 0; token = 0; row = 0; read = 0; taken = 0; news = 0;
        lost = false; alone = false; holds = false
    }
}

init {
    byte i;
    atomic {
        for (i : 0 .. 1) {
            stack[i].home = 0;
            stack[i].epoch = 1
        }
        run Writer(0, 2);
        run Writer(1, 1);
        for (i : 1 .. MOVERS) { run Mover() }
    }
    /* When all are done a last visitor comes; then somebody is at home, and has everything that
     * was acknowledged. */
    (_nr_pr == 1);
#ifndef NO_SELF_HELP
    i = (stack[0].epoch > stack[1].epoch -> 0 : 1);
    if
    :: stack[0].home != 0 && stack[1].home != 1 -> activate(OTHER(i), stack[i].epoch)
    :: else
    fi;
#endif
    assert(stack[0].home == 0 || stack[1].home == 1);
    i = (stack[0].home == 0 -> 0 : 1);
    assert(stack[i].version[0] == acknowledged[0] && stack[i].version[1] == acknowledged[1])
}
