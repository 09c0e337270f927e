package io.turnout.application.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.StackName;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rows whose keys come in no order, such as idempotency keys, come into a page while it is copied.
class CrowdedPageTest {
    private static final Table TABLE = new Table("idempotency_key", "key");
    private static final StackName HERE = new StackName("here");
    private static final MoveOrg.Watch PATIENT =
            new MoveOrg.Watch() {
                @Override
                public void at(Phase phase, long rows, long backlog) {}

                @Override
                public boolean rest() {
                    return true;
                }
            };

    private final OrgId org = Ids.org();

    /// Where one more row is written between measuring a page and reading it.
    private static final class Crowded extends MemoryStackStore {
        private boolean came;

        private Crowded() {
            super(HERE, List.of(TABLE));
        }

        @Override
        public OrgRows rows(OrgId org) {
            OrgRows rows = super.rows(org);
            return (OrgRows)
                    Proxy.newProxyInstance(
                            OrgRows.class.getClassLoader(),
                            new Class<?>[] {OrgRows.class},
                            (_, method, arguments) -> {
                                if (method.getName().equals("page") && !came) {
                                    came = true;
                                    enter(org)
                                            .orElseThrow()
                                            .commit(Map.of(row(0), Optional.of("late")));
                                }
                                return method.invoke(rows, arguments);
                            });
        }
    }

    private static RowKey row(int number) {
        return new RowKey(TABLE.name(), List.of("%05d".formatted(number)));
    }

    @Test
    void what_is_pushed_out_of_a_page_is_not_taken_for_gone() {
        Crowded here = new Crowded();
        MemoryStackStore there = new MemoryStackStore(new StackName("there"), List.of(TABLE));
        here.welcome(org);
        Map<RowKey, Optional<String>> rows = new HashMap<>();
        IntStream.rangeClosed(1, OrgRows.PAGE_MAX)
                .forEach(number -> rows.put(row(number), Optional.of("kept")));
        here.enter(org).orElseThrow().commit(rows);
        // It was there before, and the last of the page still is.
        long token = there.startCopy(org, new Home(HERE, 1)).orElseThrow();
        assertThat(
                        there.apply(
                                org,
                                token,
                                List.of(new StoredRow(row(OrgRows.PAGE_MAX), "kept")),
                                List.of()))
                .isEqualTo(StackStore.Applied.DONE);

        Moved moved =
                new MoveOrg(new MoveRule(OrgRows.PAGE_MAX, 10, 50), () -> Instant.EPOCH)
                        .move(way(here, there), PATIENT);

        assertThat(moved).isInstanceOf(Moved.There.class);
        Span all = new Span(TABLE.name(), Optional.empty(), Optional.empty());
        assertThat(there.rows(org).print(all).rows()).isEqualTo(OrgRows.PAGE_MAX + 1L);
    }

    private MoveOrg.Way way(MemoryStackStore here, MemoryStackStore there) {
        MemoryKeyManagement keys = new MemoryKeyManagement();
        return new MoveOrg.Way(
                org, here, there, new MovableStack(here, keys).to(new MovableStack(there, keys)));
    }
}
