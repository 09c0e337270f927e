package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.ErasureView;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.erasure.ShowErasure.Shown;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// One wish to be forgotten in several orgs. In those of `missing` it could not be kept: ask again
/// for them.
public record ErasuresView(
        String id, int orgs, int done, List<String> missing, List<ErasureView> erasures)
        implements View {
    public ErasuresView {
        missing = List.copyOf(missing);
        erasures = List.copyOf(erasures);
    }

    public static ErasuresView of(ErasureId id, List<Shown> shown, List<OrgId> missing) {
        long done =
                shown.stream().filter(one -> one.progress().state() == ErasureState.DONE).count();
        return new ErasuresView(
                id.toString(),
                shown.size(),
                (int) done,
                missing.stream().map(OrgId::value).toList(),
                shown.stream().map(one -> ErasureView.of(one, null)).toList());
    }
}
