package io.turnout.application.publishing;

import io.turnout.domain.publishing.Pulled;
import java.util.List;
import java.util.Optional;

/// Some events of an org are pulled from its Salesforce and shown as they are now: take, call,
/// settle. No transaction is open during the call, and visitors are shown what they were shown.
public final class RefreshEvents {
    private final Refreshes refreshes;
    private final OrgCatalog catalog;

    public RefreshEvents(Refreshes refreshes, OrgCatalog catalog) {
        this.refreshes = refreshes;
        this.catalog = catalog;
    }

    /// Whether any event was due.
    public boolean refresh() {
        Optional<Refreshes.Refresh> taken = refreshes.take();
        taken.ifPresent(this::pull);
        return taken.isPresent();
    }

    private void pull(Refreshes.Refresh refresh) {
        switch (catalog.pull(refresh.org(), refresh.ids())) {
            case OrgCatalog.Answer.Said<List<Pulled>>(var pulled) ->
                    pulled.forEach(
                            one -> {
                                // Whoever took the lease over has pulled later, and keeps that.
                                boolean _ = refreshes.settle(refresh, one);
                            });
            case OrgCatalog.Answer.Failed<List<Pulled>>(var why) ->
                    refreshes.postpone(refresh, why);
        }
    }
}
