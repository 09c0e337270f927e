package io.turnout.demo;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.UUID;

/// What to click first, and a request that works when it is pasted.
final class Welcome {
    private Welcome() {}

    static String text(DemoOptions options, DataFolder data) {
        String house = "http://127.0.0.1:" + options.port(DemoAddress.APPLICATION);
        return """

        Turnout is open.

          Register   %1$s
          Watch      %2$s/watch
          Break it   %2$s/break-it
          Operate    %2$s/operator/demo?code=%16$s

        Or register by hand (a new key is a new registration, the same key is the same one):

          curl -i %2$s/v1/orgs/%3$s/events/%4$s/registrations \\
            -H 'Content-Type: application/json' -H 'Idempotency-Key: %5$s' \\
            -d '{"attendees":[{"name":"Ada Lovelace","email":"ada@example.com","item":"%6$s"}]}'

        Or say that an event changed, as the package in an org does (the simulated orgs do it too):

          BODY='{"type":"event.published","ids":["%4$s"]}'; ID=msg-$RANDOM; NOW=$(date +%%s)
          KEY=$(sed 's/^whsec_//' '%14$s' | base64 -d | od -An -tx1 | tr -d ' \\n')
          SIGN=$(printf %%s "$ID.$NOW.$BODY" | openssl dgst -sha256 -mac HMAC \\
            -macopt "hexkey:$KEY" -binary | base64)
          curl -si %2$s/v1/orgs/%3$s/salesforce/notifications -d "$BODY" \\
            -H 'Content-Type: application/json' -H "webhook-id: $ID" \\
            -H "webhook-timestamp: $NOW" -H "webhook-signature: v1,$SIGN"

        Or bring links to it, as an org does, and get their addresses (with that KEY):

          BODY='{"event":"%4$s"}'; ID=msg-$RANDOM; NOW=$(date +%%s)
          SIGN=$(printf %%s "$ID.$NOW.$BODY" | openssl dgst -sha256 -mac HMAC \\
            -macopt "hexkey:$KEY" -binary | base64)
          UP=%2$s$(curl -s %2$s/v1/orgs/%3$s/events/%4$s/link-uploads -d "$BODY" \\
            -H 'Content-Type: application/json' -H "webhook-id: $ID" \\
            -H "webhook-timestamp: $NOW" -H "webhook-signature: v1,$SIGN" \\
            | sed 's/.*"uploadUrl":"\\([^"]*\\)".*/\\1/')
          printf 'id,email,name\\nguest-1,ada@example.com,Ada Lovelace\\n' \\
            | curl -s -T - -H 'Content-Type: text/csv' $UP; curl -s $UP/links

        Or look as an operator (with every role; /docs tells what there is):

          curl -s '%2$s/v1/operator/outbox?org=%3$s' \\
            -H "Authorization: Bearer $(cat '%15$s')"

          Org A  %3$s   %4$s Open Day (100,000 seats)
                                      %7$s The Captain’s Table (3 seats)
                                      %8$s Harbour Conference (sessions)
          Org B  %9$s   %10$s Railway Days
                 %11$s
          Salesforce of org A, from the inside   http://127.0.0.1:%12$d/orgs/%3$s
          Health                                 http://127.0.0.1:%13$d/healthcheck

        Ctrl-C stops it; ./turnout demo finds everything again.
        """
                .formatted(
                        page(house, Samples.ORG_A, Samples.CONFERENCE),
                        house,
                        Samples.ORG_A,
                        Samples.OPEN_DAY,
                        UUID.randomUUID(),
                        Samples.OPEN_DAY_TICKET,
                        Samples.TABLE,
                        Samples.CONFERENCE,
                        Samples.ORG_B,
                        Samples.RAILWAY,
                        page(house, Samples.ORG_B, Samples.RAILWAY),
                        options.port(DemoAddress.SIMULATOR),
                        options.port(DemoAddress.ADMIN),
                        DemoKeys.nudgeSecretFile(data, Samples.ORG_A),
                        data.file(DemoOperator.TOKEN),
                        DemoOperator.code(data));
    }

    /// How to move an org, and to see that nobody notices.
    static String ofTwo(DemoOptions options, DataFolder data) {
        return """

          Two stacks behind %1$s, which asks either by chance:

          heroku  http://127.0.0.1:%2$d   where orgs begin
          aws     http://127.0.0.1:%3$d

        Move org A while it sells, and see how far it is (docs/relocations.md says more):

          curl -s http://127.0.0.1:%2$d/v1/operator/relocations \\
            -H "Authorization: Bearer $(cat '%4$s')" -H 'Content-Type: application/json' \\
            -d '{"org":"%5$s","to":"aws"}'
          curl -s http://127.0.0.1:%2$d/v1/operator/relocations \\
            -H "Authorization: Bearer $(cat '%4$s')"
        """
                .formatted(
                        "http://127.0.0.1:" + options.port(DemoAddress.APPLICATION),
                        options.port(DemoAddress.FIRST),
                        options.port(DemoAddress.SECOND),
                        data.file(DemoOperator.TOKEN),
                        Samples.ORG_A);
    }

    private static String page(String house, OrgId org, EventId event) {
        return house + "/o/" + org + "/e/" + event;
    }
}
