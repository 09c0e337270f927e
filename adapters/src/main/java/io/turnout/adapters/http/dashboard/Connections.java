package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.OrgsView;
import io.turnout.adapters.http.operator.OrgsView.ConnectedOrg;
import io.turnout.application.connection.ListConnections;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The orgs that are connected, read a page at a time.
record Connections(ListConnections list) {
    private static final int PAGE = 100;
    private static final int MAX = 2_000;

    List<ConnectedOrg> all() {
        List<ConnectedOrg> all = new ArrayList<>();
        Optional<OrgId> after = Optional.empty();
        while (all.size() < MAX) {
            OrgsView page = page(after, PAGE);
            all.addAll(page.orgs());
            if (page.next() == null) {
                break;
            }
            after = Optional.of(new OrgId(page.next()));
        }
        return all;
    }

    OrgsView page(Optional<OrgId> after, int size) {
        return OrgsView.of(list.list(after, size), size);
    }
}
