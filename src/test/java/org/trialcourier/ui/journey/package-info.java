// SPDX-License-Identifier: Apache-2.0
/** Journeys through the real window: what a coordinator does, what she sees, and what the receiver holds afterwards. */
package org.trialcourier.ui.journey;
