package io.turnout.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private List<Wrapped> keysOf(int owner) {
        return keysOf(org, owner);
    }

    private static List<Wrapped> keysOf(OrgId org, int owner) {
        return List.of(
                key(org, Purpose.SEAL, 1, owner),
                key(org, Purpose.INDEX, 2, owner),
                key(org, Purpose.TOKEN, 3, owner));
    }

    private static Wrapped key(OrgId org, Purpose purpose, int id, int owner) {
        return new Wrapped(new Name(org, purpose, id), new byte[] {(byte) id, (byte) owner}, false);
    }

    @Test
    void an_org_has_no_keys_before_its_first_are_kept() {
        assertThat(keys.find(org)).isEmpty();
    }

    @Test
    void the_first_keys_stay() {
        List<Wrapped> kept = keys.keepFirst(org, keysOf(7));
        List<Wrapped> late = keys.keepFirst(org, keysOf(8));

        assertSame(kept, keysOf(7));
        assertSame(late, keysOf(7));
        assertSame(keys.find(org), keysOf(7));
    }

    @Test
    void of_many_that_try_at_once_one_wins_and_all_are_told_its_keys() {
        List<List<Wrapped>> told = Race.of(20, i -> keys.keepFirst(org, keysOf(i)));

        List<Wrapped> winner = keys.find(org);
        assertThat(winner).hasSize(3);
        assertThat(told).hasSize(20).allSatisfy(one -> assertSame(one, winner));
    }

    @Test
    void keys_of_an_org_that_does_not_live_here_are_not_kept() {
        for (OrgId stranger : strangers()) {
            assertThat(keys.keepFirst(stranger, keysOf(stranger, 1))).isEmpty();
            assertThat(keys.find(stranger)).isEmpty();
            assertThat(keys.add(new Name(stranger, Purpose.SEAL, 2), new byte[1])).isFalse();
        }
    }

    @Test
    void a_further_key_is_kept_once_and_comes_first() {
        var _ = keys.keepFirst(org, keysOf(7));
        Name next = new Name(org, Purpose.SEAL, 2);

        List<Boolean> added = Race.of(5, i -> keys.add(next, new byte[] {(byte) i}));

        assertThat(added).containsOnlyOnce(true);
        assertThat(keys.find(org))
                .extracting(Wrapped::name)
                .containsSubsequence(next, new Name(org, Purpose.SEAL, 1))
                .hasSize(4);
        assertThat(keys.replacing()).contains(org);
    }

    @Test
    void a_key_is_dropped_when_it_is_retired_and_the_newest_never() {
        var _ = keys.keepFirst(org, keysOf(7));
        Name first = new Name(org, Purpose.SEAL, 1);
        Name next = new Name(org, Purpose.SEAL, 2);
        assertThat(keys.drop(first)).isFalse();
        assertThat(keys.add(next, new byte[] {2})).isTrue();
        storage.elapse(Duration.ofMinutes(1));
        assertThat(keys.find(org))
                .filteredOn(Wrapped::retired)
                .extracting(Wrapped::name)
                .containsExactly(first);

        assertThat(keys.drop(next)).isFalse();
        assertThat(keys.drop(first)).isTrue();
        assertThat(keys.drop(first)).isFalse();

        assertThat(keys.find(org)).hasSize(3).noneMatch(Wrapped::retired);
        assertThat(keys.replacing()).doesNotContain(org);
    }

    @Test
    void a_key_is_wrapped_anew_only_if_it_is_still_as_it_was() {
        Wrapped was = keys.keepFirst(org, keysOf(7)).getFirst();

        assertThat(keys.rewrap(was, new byte[] {9})).isTrue();
        assertThat(keys.rewrap(was, new byte[] {8})).isFalse();

        assertThat(keys.find(org).getFirst().key()).containsExactly(9);
    }

    @Test
    void all_keys_are_listed_org_by_org() {
        OrgId other = Ids.org();
        storage.welcome(other);
        var _ = keys.keepFirst(org, keysOf(7));
        var _ = keys.keepFirst(other, keysOf(other, 8));

        List<Wrapped> all = new ArrayList<>();
        Optional<OrgId> after = Optional.empty();
        List<Wrapped> page = keys.list(after, 1);
        while (!page.isEmpty()) {
            assertThat(page).extracting(key -> key.name().org()).containsOnly(org(page));
            all.addAll(page);
            after = Optional.of(org(page));
            page = keys.list(after, 1);
        }

        assertThat(all).filteredOn(key -> key.name().org().equals(org)).hasSize(3);
        assertThat(all).filteredOn(key -> key.name().org().equals(other)).hasSize(3);
    }

    private static OrgId org(List<Wrapped> page) {
        return page.getFirst().name().org();
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

    private static void assertSame(List<Wrapped> some, List<Wrapped> others) {
        assertThat(some)
                .extracting(Wrapped::name)
                .containsExactlyInAnyOrderElementsOf(others.stream().map(Wrapped::name).toList());
        for (Wrapped one : some) {
            assertThat(others)
                    .filteredOn(other -> other.name().equals(one.name()))
                    .singleElement()
                    .satisfies(other -> assertThat(other.key()).isEqualTo(one.key()));
        }
    }
}
