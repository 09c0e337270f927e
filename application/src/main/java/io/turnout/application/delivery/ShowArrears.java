package io.turnout.application.delivery;

import java.util.List;

/// Which orgs are owed most.
public final class ShowArrears {
    public static final int MAX = 1_000;

    private final Arrears arrears;

    public ShowArrears(Arrears arrears) {
        this.arrears = arrears;
    }

    public List<Arrears.OfOrg> show() {
        return arrears.worst(MAX);
    }
}
