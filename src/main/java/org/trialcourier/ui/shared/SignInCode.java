// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.net.URI;

/** A code that a person types elsewhere to sign in, and where. */
public record SignInCode(String text, URI address) {}
