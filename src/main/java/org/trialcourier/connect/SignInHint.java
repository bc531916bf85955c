// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says about signing in before anybody is known to it: its protected resource metadata (RFC 9728), which
 * lie at {@code /.well-known/oauth-protected-resource} before the path of its API.
 *
 * @param issuer the first of its authorization servers; https, or on this computer
 * @param clientId the additional member {@code client_id}; "trialcourier" where it is missing
 * @param scope its {@code scopes_supported}, separated by blanks, or an empty string
 */
public record SignInHint(URI issuer, String clientId, String scope) {
    /** The name of this program at an issuer that was told no other. */
    public static final String CLIENT = "trialcourier";

    private static final String PLACE = "/.well-known/oauth-protected-resource";

    /** Asks the server of an API, whose address ends in a slash; empty where it says nothing that can be used. */
    public static Optional<SignInHint> of(HttpAccess access, URI api) throws ProblemException, InterruptedException {
        String path = api.getRawPath().replaceAll("/+$", "");
        URI place = api.resolve(PLACE + path);
        try {
            Answer answer = new Caller(access, TokenSource.none()).send(Call.of("GET", place));
            return answer.isSuccess() && Origin.of(answer.url()).equals(Origin.of(api))
                    ? read(JsonMapper.shared().readTree(answer.body()), api.resolve(path))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.SignInNeeded) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw new ProblemException(Failures.problem(place, e), e);
        }
    }

    /** Metadata that speak of another resource are not to be used (RFC 9728 3.3). */
    private static Optional<SignInHint> read(JsonNode said, URI resource) {
        String about = said.path("resource").asString("").replaceAll("/+$", "");
        URI issuer = address(said.path("authorization_servers").path(0).asString(""));
        boolean safe = "https".equals(issuer.getScheme()) || EnvironmentProxy.isThisComputer(issuer.getHost());
        if (!about.equals(resource.toString()) || issuer.getHost() == null || !safe) {
            return Optional.empty();
        }
        String scope = String.join(
                " ",
                said.path("scopes_supported")
                        .valueStream()
                        .map(word -> word.asString(""))
                        .toList());
        return Optional.of(new SignInHint(issuer, said.path("client_id").asString(CLIENT), scope.strip()));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("");
        }
    }
}
