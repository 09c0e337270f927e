package io.turnout.domain.rollout;

/// Whether an org has a flag, and why: a case for each reason, in the order in which they win.
public sealed interface Decision {
    boolean isOn();

    /// Somebody pulled it back, for this org or for everybody.
    record Killed(Mark mark) implements Decision {
        @Override
        public boolean isOn() {
            return false;
        }
    }

    /// Off for this org alone.
    record ForcedOff(Forced force) implements Decision {
        @Override
        public boolean isOn() {
            return false;
        }
    }

    /// On for this org alone.
    record ForcedOn(Forced force) implements Decision {
        @Override
        public boolean isOn() {
            return true;
        }
    }

    /// A plan has reached it, and the definitions agree.
    record Allowed(Mark mark) implements Decision {
        @Override
        public boolean isOn() {
            return true;
        }
    }

    /// A plan has reached it, but the definitions say no: somebody switched it off where they are
    /// kept, or they are not there yet.
    record SwitchedOff(Mark mark) implements Decision {
        @Override
        public boolean isOn() {
            return false;
        }
    }

    /// Nobody said yes.
    record NotReached() implements Decision {
        @Override
        public boolean isOn() {
            return false;
        }
    }
}
