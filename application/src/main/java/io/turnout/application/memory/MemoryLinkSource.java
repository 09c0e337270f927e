package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkSource;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Whom orgs invited, in memory: whoever a test puts there, a few at a time.
public final class MemoryLinkSource implements LinkSource {
    private static final int PAGE = 2;

    private final Map<OrgId, NavigableMap<String, Invited>> orgs = new LinkedHashMap<>();
    private Optional<Reading> next = Optional.empty();

    @Override
    public synchronized Reading read(OrgId org, Optional<InviteeId> last) {
        if (next.isPresent()) {
            Reading answer = next.get();
            next = Optional.empty();
            return answer;
        }
        var page =
                invited(org).tailMap(last.map(InviteeId::value).orElse(""), false).values().stream()
                        .limit(PAGE)
                        .toList();
        return new Reading.Said(
                page,
                0,
                page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast().record()));
    }

    private NavigableMap<String, Invited> invited(OrgId org) {
        return orgs.computeIfAbsent(org, _ -> new TreeMap<>());
    }

    public synchronized void invite(OrgId org, Invited more) {
        invited(org).put(more.record().value(), more);
    }

    /// They have a link now, and are not read any more.
    public synchronized void linked(OrgId org, InviteeId record) {
        var _ = invited(org).remove(record.value());
    }

    /// The next question is answered so.
    public synchronized void answerNext(Reading reading) {
        next = Optional.of(reading);
    }
}
