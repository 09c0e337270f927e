package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.attendeelink.OpenLink.Opened;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.attendeelink.Prefill;
import org.jspecify.annotations.Nullable;

/// A link as whoever has it sees it. `registration` is the last that came by it and was not
/// cancelled. Never printed.
public record LinkView(
        String event, PrefillView prefill, int usesLeft, @Nullable RegistrationView registration)
        implements View {
    static LinkView of(Opened opened, ManageTokens tokens) {
        return new LinkView(
                opened.link().event().value(),
                PrefillView.of(opened.link().prefill()),
                Math.max(0, opened.link().uses() - opened.registrations().size()),
                opened.last()
                        .map(
                                last ->
                                        RegistrationView.of(
                                                last, tokens.of(last.org(), last.id().value())))
                        .orElse(null));
    }

    @Override
    public String toString() {
        return "LinkView[…]";
    }

    /// What is known of the one invited.
    public record PrefillView(
            String email, @Nullable String name, @Nullable String title, @Nullable String company) {
        static PrefillView of(Prefill prefill) {
            return new PrefillView(
                    prefill.email(),
                    prefill.name().orElse(null),
                    prefill.title().orElse(null),
                    prefill.company().orElse(null));
        }

        @Override
        public String toString() {
            return "PrefillView[…]";
        }
    }
}
