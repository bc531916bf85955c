// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** The requests to an OAuth 2 issuer, sent the same way as everything else: through the one HTTP client. */
final class Issuer {
    private static final List<String> METADATA =
            List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

    private final OAuthClient client;
    private final Caller caller;
    private final InstantSource clock;
    private @Nullable AuthorizationServerMetadata metadata;

    Issuer(HttpAccess access, OAuthClient client, InstantSource clock) throws ProblemException {
        URI url = client.issuer();
        if (!"https".equals(url.getScheme()) && !EnvironmentProxy.isThisComputer(url.getHost())) {
            throw new ProblemException(new Problem.Refused(host(url), 0, "why.issuer-not-https"));
        }
        this.client = client;
        this.caller = new Caller(access, TokenSource.none());
        this.clock = clock;
    }

    /** What a token request came to. */
    sealed interface Granted {
        /** Tokens. */
        record Yes(KeptTokens tokens) implements Granted {}

        /** An error code of RFC 6749 5.2 or RFC 8628 3.5. */
        record No(String code) implements Granted {}
    }

    /** Asks for a code that a person types in elsewhere (RFC 8628 3.1). */
    DeviceAuthorizationSuccessResponse device() throws ProblemException, InterruptedException {
        URI endpoint = metadata().getDeviceAuthorizationEndpointURI();
        if (endpoint == null) {
            throw refused(0, "why.issuer-no-code");
        }
        DeviceAuthorizationRequest request =
                new DeviceAuthorizationRequest(endpoint, new ClientID(client.id()), scope());
        HTTPResponse answer = send(request.toHTTPRequest());
        try {
            DeviceAuthorizationResponse response = DeviceAuthorizationResponse.parse(answer);
            if (response.indicatesSuccess()) {
                return response.toSuccessResponse();
            }
            throw refused(
                    answer.getStatusCode(), code(response.toErrorResponse().getErrorObject()));
        } catch (ParseException e) {
            throw refused(answer.getStatusCode(), "why.issuer-unreadable");
        }
    }

    /** Asks for tokens. */
    Granted tokens(AuthorizationGrant grant, @Nullable String oldRefresh)
            throws ProblemException, InterruptedException {
        URI endpoint = metadata().getTokenEndpointURI();
        if (endpoint == null) {
            throw refused(0, "why.issuer-no-tokens");
        }
        ClientID id = new ClientID(client.id());
        String secret = client.secret();
        TokenRequest.Builder builder = secret == null
                ? new TokenRequest.Builder(endpoint, id, grant)
                : new TokenRequest.Builder(endpoint, new ClientSecretBasic(id, new Secret(secret)), grant);
        Scope scope = scope();
        HTTPResponse answer =
                send((scope == null ? builder : builder.scope(scope)).build().toHTTPRequest());
        try {
            TokenResponse response = TokenResponse.parse(answer);
            return response.indicatesSuccess()
                    ? new Granted.Yes(kept(response.toSuccessResponse().getTokens(), oldRefresh))
                    : new Granted.No(code(response.toErrorResponse().getErrorObject()));
        } catch (ParseException e) {
            throw refused(answer.getStatusCode(), "why.issuer-unreadable");
        }
    }

    private KeptTokens kept(Tokens tokens, @Nullable String oldRefresh) {
        long lifetime = tokens.getAccessToken().getLifetime();
        RefreshToken refresh = tokens.getRefreshToken();
        return new KeptTokens(
                tokens.getAccessToken().getValue(),
                refresh == null ? oldRefresh : refresh.getValue(),
                lifetime > 0 ? clock.instant().getEpochSecond() + lifetime : 0);
    }

    private AuthorizationServerMetadata metadata() throws ProblemException, InterruptedException {
        if (metadata != null) {
            return metadata;
        }
        String base = client.issuer().toString().replaceAll("/+$", "");
        for (String place : METADATA) {
            Answer answer = call(Call.of("GET", URI.create(base + place)));
            if (answer.isSuccess()) {
                try {
                    AuthorizationServerMetadata found = AuthorizationServerMetadata.parse(answer.text());
                    if (!found.getIssuer().getValue().replaceAll("/+$", "").equals(base)) {
                        throw refused(answer.status(), "why.issuer-other-name");
                    }
                    metadata = found;
                    return found;
                } catch (ParseException e) {
                    throw refused(answer.status(), "why.issuer-unreadable");
                }
            }
        }
        throw refused(404, "why.issuer-not-described");
    }

    private HTTPResponse send(HTTPRequest request) throws ProblemException, InterruptedException {
        Call call = Call.of(request.getMethod().name(), request.getURI());
        for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                call = call.with(header.getKey(), String.join(", ", header.getValue()));
            }
        }
        String body = request.getBody();
        if (body != null) {
            call = call.with(new StringEntity(
                    body, ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.UTF_8)));
        }
        Answer answer = call(call);
        HTTPResponse response = new HTTPResponse(answer.status());
        try {
            response.setContentType(answer.header("Content-Type").orElse("application/json"));
        } catch (ParseException e) {
            throw refused(answer.status(), "why.issuer-unreadable");
        }
        response.setBody(answer.text());
        return response;
    }

    private Answer call(Call call) throws ProblemException, InterruptedException {
        try {
            Answer answer = caller.send(call);
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new ProblemException(
                        new Problem.Busy(host(client.issuer()), answer.status(), answer.retryAfterSeconds()));
            }
            return answer;
        } catch (IOException e) {
            throw new ProblemException(Failures.problem(call.url(), e), e);
        }
    }

    private @Nullable Scope scope() {
        return client.scope().isBlank() ? null : Scope.parse(client.scope());
    }

    private ProblemException refused(int status, String why) {
        return new ProblemException(new Problem.Refused(host(client.issuer()), status, why));
    }

    private static String code(@Nullable ErrorObject error) {
        return error == null || error.getCode() == null ? "unknown" : error.getCode();
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost());
    }
}
