@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Builds the program and makes its per-user installer: target\installer\TrialCourier-*.msi, with its SHA-256 beside it.
rem Needs a JDK 25 in JAVA_HOME, Maven, and WiX 5 (dotnet tool install --global wix).
rem   packaging\package.cmd [--image]
setlocal
cd /d "%~dp0.."
if not exist "%JAVA_HOME%\bin\jpackage.exe" (
  echo Packaging needs a JDK 25 or newer: set JAVA_HOME to one, for example Eclipse Temurin 25. 1>&2
  exit /b 1
)
call mvn -B -ntp -q package -Dmaven.test.skip=true || exit /b 1
"%JAVA_HOME%\bin\java" packaging\build\Package.java %*
exit /b %ERRORLEVEL%
