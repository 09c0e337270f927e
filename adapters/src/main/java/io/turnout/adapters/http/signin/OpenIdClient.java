package io.turnout.adapters.http.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.turnout.adapters.http.operator.RemoteKeys;
import io.turnout.adapters.http.operator.Role;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Signs operators in with an OpenID Connect service: authorization code with PKCE, a state and a
/// nonce. What the service says of itself is asked for when it is first needed, so that the house
/// starts without it.
final class OpenIdClient {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final int WAIT_MILLIS = 5_000;
    private static final int AT_ONCE_MAX = 8;

    private final OpenId service;
    private final URI back;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX);
    private volatile @Nullable Known known;

    /// @param back where the service sends browsers to
    OpenIdClient(OpenId service, URI back) {
        this.service = service;
        this.back = back;
    }

    /// What the service says of itself, and how its id tokens are checked.
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

    /// How a sign-in ended.
    sealed interface Outcome {
        record SignedIn(String subject, Set<Role> roles) implements Outcome {}

        /// Not by this service, not now, or not for us; `why` names nobody.
        record Refused(String why) implements Outcome {}

        /// The service does not answer.
        record Away() implements Outcome {}
    }

    /// Where the browser goes to sign in; empty when the service does not answer.
    Optional<URI> address(PendingSignIn pending) {
        return known().map(found -> request(found.metadata(), pending).toURI());
    }

    private AuthenticationRequest request(OIDCProviderMetadata metadata, PendingSignIn pending) {
        var request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid"),
                                new ClientID(service.clientId()),
                                back)
                        .endpointURI(metadata.getAuthorizationEndpointURI())
                        .state(new State(pending.state()))
                        .nonce(new Nonce(pending.nonce()))
                        .codeChallenge(
                                new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256);
        return service.acrs().isEmpty()
                ? request.build()
                : request.acrValues(service.acrs().stream().map(ACR::new).toList()).build();
    }

    /// Who it is that came back with this code.
    Outcome finish(PendingSignIn pending, String code) {
        if (!turns.tryAcquire()) {
            return new Outcome.Away();
        }
        try {
            Optional<Known> found = known();
            return found.isEmpty() ? new Outcome.Away() : finish(found.get(), pending, code);
        } catch (IOException away) {
            return new Outcome.Away();
        } finally {
            turns.release();
        }
    }

    private Outcome finish(Known found, PendingSignIn pending, String code) throws IOException {
        try {
            HTTPRequest request = exchange(found.metadata(), pending, code);
            var answer = OIDCTokenResponseParser.parse(request.send());
            if (!(answer instanceof OIDCTokenResponse tokens)) {
                return new Outcome.Refused("the code was not taken");
            }
            IDTokenClaimsSet claims =
                    found.tokens()
                            .validate(
                                    tokens.getOIDCTokens().getIDToken(),
                                    new Nonce(pending.nonce()));
            return admitted(claims);
        } catch (ParseException unreadable) {
            return new Outcome.Refused("the answer could not be read");
        } catch (KeySourceException away) {
            return new Outcome.Away();
        } catch (BadJOSEException | JOSEException wrong) {
            return new Outcome.Refused("the id token does not hold");
        }
    }

    private HTTPRequest exchange(
            OIDCProviderMetadata metadata, PendingSignIn pending, String code) {
        ClientID us = new ClientID(service.clientId());
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), back, new CodeVerifier(pending.verifier()));
        URI there = metadata.getTokenEndpointURI();
        TokenRequest request =
                service.clientSecret()
                        .map(secret -> new ClientSecretBasic(us, new Secret(secret)))
                        .map(proof -> new TokenRequest.Builder(there, proof, grant).build())
                        .orElseGet(() -> new TokenRequest.Builder(there, us, grant).build());
        return patient(request.toHTTPRequest());
    }

    private static HTTPRequest patient(HTTPRequest request) {
        request.setConnectTimeout(WAIT_MILLIS);
        request.setReadTimeout(WAIT_MILLIS);
        request.setFollowRedirects(false);
        return request;
    }

    private Outcome admitted(IDTokenClaimsSet claims) {
        if (!service.acrs().isEmpty()
                && (claims.getACR() == null
                        || !service.acrs().contains(claims.getACR().getValue()))) {
            return new Outcome.Refused("it was not signed in as strongly as is asked here");
        }
        List<String> words = claims.getStringListClaim(service.rolesClaim());
        Set<Role> roles =
                words == null
                        ? Set.of()
                        : words.stream()
                                .flatMap(word -> Role.of(word).stream())
                                .collect(Collectors.toSet());
        return roles.isEmpty()
                ? new Outcome.Refused("no role of this house was given")
                : new Outcome.SignedIn(claims.getSubject().getValue(), roles);
    }

    /// Where somebody signs out of the service too; empty when it names no such place.
    ///
    /// @param then where it sends them afterwards
    Optional<URI> goodbye(URI then) {
        return known().map(found -> found.metadata().getEndSessionEndpointURI())
                .map(
                        there ->
                                new LogoutRequest(
                                                there,
                                                null,
                                                null,
                                                new ClientID(service.clientId()),
                                                then,
                                                null,
                                                null)
                                        .toURI());
    }

    private Optional<Known> known() {
        Known found = known;
        if (found == null) {
            try {
                found = look();
                known = found;
            } catch (GeneralException | IOException away) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private Known look() throws GeneralException, IOException {
        Issuer issuer = new Issuer(service.issuer());
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(
                        issuer,
                        request -> {
                            var _ = patient(request);
                        });
        var keys = RemoteKeys.at(metadata.getJWKSetURI());
        return new Known(
                metadata,
                new IDTokenValidator(
                        issuer,
                        new ClientID(service.clientId()),
                        new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                        null));
    }
}
