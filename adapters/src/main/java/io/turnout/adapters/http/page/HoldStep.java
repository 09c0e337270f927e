package io.turnout.adapters.http.page;

import io.turnout.adapters.http.page.CheckoutPageResource.Step;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.MustWait;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Undecided;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The first step: what is chosen is held for ten minutes.
final class HoldStep {
    private final Desk desk;
    private final Validator validator;
    private final CheckoutDesk checkouts;
    private final PeopleStep people;
    private final FormAnswers answers;

    /// Where nothing is left there is nothing to hold: the waiting list is joined on one page.
    private final FormAnswers line;
    private final PageLine queue;

    HoldStep(Desk desk, Validator validator, CheckoutDesk checkouts, PeopleStep people) {
        this.desk = desk;
        this.validator = validator;
        this.checkouts = checkouts;
        this.people = people;
        this.answers = new FormAnswers(desk.pages(), "checkout", StepSheet::choose);
        this.line = new FormAnswers(desk.pages());
        this.queue = new PageLine(desk.useCases().waiting(), desk.pages());
    }

    /// @param key under which it is sent, once it has been given one
    Response answer(Step step, Optional<IdempotencyKey> key) {
        TypedForm typed = step.typed();
        if (typed.adds() || typed.removes()) {
            TypedForm changed = typed.adds() ? typed.more() : typed.fewer();
            return answers.form(200, step.sheet(), changed, List.of());
        }
        List<Complaint> complaints =
                Complaint.about(typed.form(), validator).stream()
                        .filter(Complaint::ofChoice)
                        .toList();
        if (!complaints.isEmpty()) {
            return answers.form(422, step.sheet(), typed, complaints);
        }
        return key.map(one -> held(step, one)).orElseGet(() -> begin(step));
    }

    /// The form of a later step whose checkout cannot be read: its seats fall free by themselves.
    Response lost(Step step) {
        return answers.lost(step.sheet(), step.typed().under(""));
    }

    /// A press that was not answered yet keeps its key.
    private Response begin(Step step) {
        return checkouts
                .resumed(step.org(), step.event(), CheckoutVersion.V2, step.headers())
                .filter(earlier -> earlier.held().isEmpty())
                .map(earlier -> begin(step, earlier))
                .orElseGet(() -> anew(step));
    }

    /// The key was used up by another choice, or by a hold that is over.
    private Response anew(Step step) {
        return begin(step, begun(step, new IdempotencyKey(desk.ids().next().toString())));
    }

    private Response begin(Step step, Checkout checkout) {
        return checkouts.begin(checkout, StepSheet.path(step.sheet()), step.headers());
    }

    private static Checkout begun(Step step, IdempotencyKey key) {
        return Checkout.begun(
                step.org(), step.event(), CheckoutCookie.newId(), CheckoutVersion.V2, key);
    }

    private Response held(Step step, IdempotencyKey key) {
        List<Place> places = step.typed().people().stream().map(TypedPerson::place).toList();
        HoldRequest request =
                new HoldRequest(
                        step.org(),
                        step.event(),
                        // A registration has the key itself.
                        new IdempotencyKey("hold-" + key.value()),
                        new HoldId(desk.ids().next()),
                        lines(places),
                        queue.ticket(step.org(), step.event(), step.headers()));
        HoldDecision decision =
                step.excess().isPresent()
                        ? desk.useCases().recallHold().recall(request)
                        : desk.useCases().holdSeats().hold(request);
        return decided(step, key, places, decision);
    }

    private static List<HoldLine> lines(List<Place> places) {
        Map<Place, Long> counts =
                places.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(
                        kind ->
                                new HoldLine(
                                        kind.getKey().item(),
                                        kind.getValue().intValue(),
                                        kind.getKey().sessions()))
                .toList();
    }

    private Response decided(
            Step step, IdempotencyKey key, List<Place> places, HoldDecision decision) {
        EventSheet sheet = step.sheet();
        TypedForm typed = step.typed();
        return switch (decision) {
            case HoldDecision.Held(var hold, _) -> onward(step, key, places, hold);
            case HoldDecision.Repeated(var earlier) ->
                    earlier.runningAt(desk.clock().instant())
                            ? onward(step, key, places, earlier)
                            : anew(step);
            case HoldDecision.KeyReused() -> anew(step);
            case HoldDecision.Full(var room, var remaining) ->
                    line.full(sheet, typed, new Decision.Full(room, remaining));
            case HoldDecision.Unlicensed _ -> answers.unlicensed(sheet, typed);
            case HoldDecision.Closed _ -> answers.closed(sheet, typed);
            case HoldDecision.UnknownEvent _ -> answers.problem(404, ProblemSheet.NO_EVENT);
            case HoldDecision.UnknownChoice(var room) -> answers.gone(sheet, typed, room);
            case MustWait must -> queue.refusal(step.asked(), typed, must);
            case Undecided undecided -> answers.undecided(typed, undecided);
        };
    }

    private Response onward(Step step, IdempotencyKey key, List<Place> places, Hold hold) {
        Checkout checkout =
                checkouts
                        .resumed(step.org(), step.event(), CheckoutVersion.V2, step.headers())
                        .filter(earlier -> earlier.key().equals(key))
                        .orElseGet(() -> begun(step, key))
                        .holding(new Checkout.Held(hold.id(), hold.expiresAt(), places));
        return checkouts
                .keep(checkout)
                .map(
                        kept ->
                                people.blank(
                                                step.sheet(),
                                                checkout,
                                                CheckoutCookie.text(checkout.id(), kept.whole()))
                                        .cookie(
                                                CheckoutCookie.of(
                                                        checkout, kept.brief(), step.headers()))
                                        .build())
                .orElseGet(() -> answers.problem(404, ProblemSheet.NO_EVENT));
    }
}
