// SPDX-License-Identifier: Apache-2.0
/** What the installers of the three systems say about the program: that it is right, and the same. */
package org.trialcourier.packaging;
