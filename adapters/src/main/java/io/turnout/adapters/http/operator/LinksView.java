package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.attendeelink.OwedLinks;
import io.turnout.application.attendeelink.ShowMinting.Minting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The links that are made for whom an org invites in its Salesforce: when it is asked, how many of
/// its records have their address, and which were refused. Without `poll` none are made.
public record LinksView(
        @Nullable LinkPollView poll,
        long waiting,
        long told,
        long setAside,
        long gone,
        List<LinkSetAside> setAsideRows)
        implements View {
    /// How the org is asked. `unusable` are invited and have no proper address, or no event.
    public record LinkPollView(
            String nextAt,
            @Nullable String lastSuccess,
            @Nullable String lastNudge,
            long unusable,
            @Nullable String trouble) {
        static LinkPollView of(LinkPolls.View poll) {
            return new LinkPollView(
                    poll.nextAt().toString(),
                    poll.lastSuccess().map(Instant::toString).orElse(null),
                    poll.lastNudge().map(Instant::toString).orElse(null),
                    poll.unusable(),
                    poll.trouble().orElse(null));
        }
    }

    /// A record that did not take its address.
    public record LinkSetAside(
            String record,
            String event,
            String code,
            List<String> fields,
            int failures,
            String since) {
        static LinkSetAside of(OwedLinks.SetAside row) {
            return new LinkSetAside(
                    row.record().value(),
                    row.event().value(),
                    row.code(),
                    row.fields(),
                    row.failures(),
                    row.since().toString());
        }
    }

    public static LinksView of(Minting minting) {
        OwedLinks.Tally tally = minting.tally();
        return new LinksView(
                minting.poll().map(LinkPollView::of).orElse(null),
                tally.waiting(),
                tally.told(),
                tally.setAside(),
                tally.gone(),
                minting.setAside().stream().map(LinkSetAside::of).toList());
    }
}
