package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of wrapped keys promises.
public abstract class OrgKeysContract {
    private static final int MANY = 100_000;

    private Storage storage;
    private OrgKeys keys;
    private OrgId org;

    protected abstract Storage storage();

    /// The keys that are kept in the storage `storage()` returned last.
    protected abstract OrgKeys keys();

    /// Orgs the storage does not know; none where every org is at home.
    protected List<OrgId> strangers() {
        return List.of(Ids.org());
    }

    @BeforeEach
    void open() {
        storage = storage();
        keys = keys();
        org = Ids.org();
        storage.welcome(org);
    }

    private static Map<Purpose, Wrapped> keysOf(int owner) {
        return Map.of(
                Purpose.SEAL, new Wrapped(1, new byte[] {1, (byte) owner}),
                Purpose.INDEX, new Wrapped(2, new byte[] {2, (byte) owner}),
                Purpose.TOKEN, new Wrapped(3, new byte[] {3, (byte) owner}));
    }

    @Test
    void an_org_has_no_keys_before_its_first_are_kept() {
        assertThat(keys.find(org)).isEmpty();
    }

    @Test
    void the_first_keys_stay() {
        Map<Purpose, Wrapped> kept = keys.keepFirst(org, keysOf(7)).orElseThrow();
        Map<Purpose, Wrapped> late = keys.keepFirst(org, keysOf(8)).orElseThrow();

        assertSame(kept, keysOf(7));
        assertSame(late, keysOf(7));
        assertSame(keys.find(org).orElseThrow(), keysOf(7));
    }

    @Test
    void of_many_that_try_at_once_one_wins_and_all_are_told_its_keys() {
        List<Map<Purpose, Wrapped>> told =
                Race.of(20, i -> keys.keepFirst(org, keysOf(i)).orElseThrow());

        Map<Purpose, Wrapped> winner = keys.find(org).orElseThrow();
        assertThat(told).hasSize(20).allSatisfy(one -> assertSame(one, winner));
    }

    @Test
    void keys_of_an_org_that_does_not_live_here_are_not_kept() {
        for (OrgId stranger : strangers()) {
            assertThat(keys.keepFirst(stranger, keysOf(1))).isEmpty();
            assertThat(keys.find(stranger)).isEmpty();
        }
    }

    @Test
    void orgs_on_sale_are_those_with_a_published_event_that_is_not_over() {
        Fair open = Fair.of(storage, 6);
        Fair over = Fair.of(storage, 6);
        Fair withdrawn = Fair.of(storage, 6);
        over.end(2);
        withdrawn.withdraw();

        assertThat(keys.onSale(MANY))
                .contains(open.org())
                .doesNotContain(over.org(), withdrawn.org(), org)
                .doesNotHaveDuplicates();
        assertThat(keys.onSale(1)).hasSize(1);
    }

    private static void assertSame(Map<Purpose, Wrapped> one, Map<Purpose, Wrapped> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        for (Purpose purpose : one.keySet()) {
            assertThat(of(one, purpose).id()).isEqualTo(of(other, purpose).id());
            assertThat(of(one, purpose).key()).isEqualTo(of(other, purpose).key());
        }
    }

    private static Wrapped of(Map<Purpose, Wrapped> keys, Purpose purpose) {
        return java.util.Objects.requireNonNull(keys.get(purpose));
    }
}
