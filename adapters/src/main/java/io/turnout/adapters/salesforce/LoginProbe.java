package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.adapters.salesforce.SalesforceConnectionProbe.Steps;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Step;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/// The steps up to the door: is somebody there, do they let us in, is it the right org, and does
/// it speak our version.
final class LoginProbe {
    private final SalesforceHttp http;
    private final SalesforceLogin login;

    LoginProbe(ProbeCalls calls) {
        this.http = calls.http();
        this.login = new SalesforceLogin(http, calls.clock());
    }

    /// Whether the data can be asked for.
    boolean probe(SalesforceConnection connection, Steps steps) {
        Reply reply = login.ask(connection);
        steps.add(host(connection, reply));
        if (!(reply instanceof Reply.Said said)) {
            return false;
        }
        Optional<URI> instance = said.isOk() ? instance(said) : Optional.empty();
        steps.add(login(said, instance));
        if (instance.isEmpty()) {
            return false;
        }
        steps.add(org(connection, said));
        if (steps.failed()) {
            return false;
        }
        steps.add(version(connection, instance.get()));
        return !steps.failed();
    }

    private static Check host(SalesforceConnection connection, Reply reply) {
        String host = connection.loginUrl().getHost();
        return switch (reply) {
            case Reply.Said _ -> Check.ok(Step.LOGIN_HOST, host + " answers");
            case Reply.Silent(var kind) -> {
                HostAdvice.Said said = HostAdvice.of(kind);
                yield Check.failed(Step.LOGIN_HOST, host + " " + said.what(), said.advice());
            }
            case Reply.Denied(var why) -> Check.failed(Step.LOGIN_HOST, why, "look at our log");
            case Reply.Unaffordable(var why) ->
                    Check.failed(Step.LOGIN_HOST, why, "look at our log");
        };
    }

    private static Optional<URI> instance(Reply.Said said) {
        Optional<JsonNode> json =
                said.json().filter(body -> !body.path("access_token").asText().isEmpty());
        return json.flatMap(body -> SalesforceLogin.instance(body.path("instance_url").asText()));
    }

    private static Check login(Reply.Said said, Optional<URI> instance) {
        if (instance.isPresent()) {
            return Check.ok(Step.LOGIN, "the org lets us in, and serves from " + instance.get());
        }
        if (said.isOk()) {
            return Check.failed(
                    Step.LOGIN,
                    "the answer has no token with a safe address",
                    "check loginUrl, and what stands between");
        }
        return SalesforceError.ofLogin(said)
                .map(error -> refused(said, error))
                .orElseGet(
                        () ->
                                Check.failed(
                                        Step.LOGIN,
                                        "HTTP " + said.status(),
                                        LoginAdvice.of(said.status())));
    }

    private static Check refused(Reply.Said said, SalesforceError error) {
        return Check.failed(
                Step.LOGIN,
                error.code() + ": " + Replies.shortened(error.message()),
                LoginAdvice.of(said.status(), error));
    }

    private static Check org(SalesforceConnection connection, Reply.Said said) {
        Optional<String> found = SalesforceLogin.org(said);
        return SalesforceLogin.isOf(connection.org(), found)
                ? Check.ok(Step.ORG, "it is " + connection.org())
                : Check.failed(
                        Step.ORG,
                        "the login is to %s, not to %s"
                                .formatted(found.orElse("no org we can read"), connection.org()),
                        "correct the org id, or loginUrl and username; a refreshed sandbox has a"
                                + " new id");
    }

    /// Costs none of the org's calls, and needs no token.
    private Check version(SalesforceConnection connection, URI instance) {
        String wanted = connection.apiVersion();
        Reply reply = http.send(new HttpGet(instance.resolve("/services/data")));
        return switch (reply) {
            case Reply.Said said when said.isOk() -> version(said, wanted);
            case Reply.Said said ->
                    Check.failed(
                            Step.API_VERSION,
                            "HTTP " + said.status() + " at " + instance.getHost(),
                            "look at status.salesforce.com, and at what stands between");
            case Reply.Silent(var kind) -> {
                HostAdvice.Said said = HostAdvice.of(kind);
                yield Check.failed(
                        Step.API_VERSION, instance.getHost() + " " + said.what(), said.advice());
            }
            case Reply.Denied(var why) -> Check.failed(Step.API_VERSION, why, "look at our log");
            case Reply.Unaffordable(var why) ->
                    Check.failed(Step.API_VERSION, why, "look at our log");
        };
    }

    private static Check version(Reply.Said said, String wanted) {
        Optional<JsonNode> versions = said.json().filter(JsonNode::isArray);
        boolean offered =
                versions.isPresent() && versions.get().findValuesAsText("version").contains(wanted);
        String newest =
                versions.filter(all -> !all.isEmpty())
                        .map(all -> all.get(all.size() - 1).path("version").asText())
                        .orElse("none");
        return offered
                ? Check.ok(Step.API_VERSION, wanted + " is offered; the newest is " + newest)
                : Check.failed(
                        Step.API_VERSION,
                        wanted + " is not offered; the newest is " + newest,
                        "set apiVersion to one that the org offers");
    }
}
