// SPDX-License-Identifier: Apache-2.0
/** The one HTTP client: proxy, certificate authorities, sign-in, and the connection doctor. */
@NullMarked
package org.trialcourier.connect;

import org.jspecify.annotations.NullMarked;
