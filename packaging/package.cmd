@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Builds the program and makes its per-user installer: target\installer\TrialCourier-*.msi, with its SHA-256 beside it.
rem Needs a JDK 25 or newer, Maven, and WiX 5 (dotnet tool install --global wix --version 5.0.2).
rem   packaging\package.cmd [--image]
setlocal
cd /d "%~dp0.."

rem A JDK 25 or newer: the one of the environment, or where its makers put them.
set "jdk="
call :consider "%JAVA_HOME%"
call :search "%ProgramFiles%\Eclipse Adoptium"
call :search "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :search "%ProgramFiles%\Java"
call :search "%ProgramFiles%\Microsoft"
if not defined jdk (
  echo Packaging needs a JDK 25 or newer with jpackage, for example Eclipse Temurin 25. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%jdk%"
call mvn -B -ntp -q package -Dmaven.test.skip=true
if errorlevel 1 exit /b 1
"%jdk%\bin\java" packaging\build\Package.java %*
exit /b %ERRORLEVEL%

:search
if not exist "%~1" exit /b 0
pushd "%~1"
for /d %%j in (jdk*) do call :consider "%%~fj"
popd
exit /b 0

:consider
if defined jdk exit /b 0
if not exist "%~1\bin\jpackage.exe" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==." %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "version=%%l"
rem what is in front of the first dot still has its quotation mark
set "version=%version:"=%"
if %version% geq 25 set "jdk=%~1"
exit /b 0
