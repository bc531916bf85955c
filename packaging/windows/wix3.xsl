<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- TrialCourier.wxs in the older dialect (WiX 3) that Debian's wixl reads: the same values under their older names.
     For try-msi.sh; the real installer is made by WiX 5. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="http://wixtoolset.org/schemas/v4/wxs"
                xmlns="http://schemas.microsoft.com/wix/2006/wi" exclude-result-prefixes="w">
  <xsl:param name="version" />
  <xsl:param name="icon" />

  <xsl:template match="w:Wix"><Wix><xsl:apply-templates /></Wix></xsl:template>

  <xsl:template match="w:Package">
    <Product Id="*" Version="{$version}">
      <xsl:copy-of select="@Name | @Manufacturer | @Language | @UpgradeCode" />
      <Package InstallScope="{@Scope}" InstallerVersion="{@InstallerVersion}" Compressed="{@Compressed}" />
      <xsl:apply-templates select="w:MajorUpgrade | w:MediaTemplate | w:Icon | w:Property" />
      <Directory Id="TARGETDIR" Name="SourceDir">
        <xsl:for-each select="w:StandardDirectory"><Directory Id="{@Id}"><xsl:apply-templates /></Directory></xsl:for-each>
        <xsl:for-each select="//w:Shortcut/@Directory"><Directory Id="{.}" /></xsl:for-each>
      </Directory>
      <xsl:for-each select="w:Component">
        <DirectoryRef Id="{@Directory}"><Component><xsl:copy-of select="@Id | @Guid" /><xsl:apply-templates /></Component></DirectoryRef>
      </xsl:for-each>
      <xsl:apply-templates select="w:Feature" />
    </Product>
  </xsl:template>

  <xsl:template match="w:MediaTemplate">
    <Media Id="1" Cabinet="program.cab"><xsl:copy-of select="@EmbedCab" /></Media>
  </xsl:template>
  <xsl:template match="w:MajorUpgrade"><MajorUpgrade DowngradeErrorMessage="{@DowngradeErrorMessage}" /></xsl:template>
  <xsl:template match="w:Icon"><Icon Id="{@Id}" SourceFile="{$icon}" /></xsl:template>
  <xsl:template match="w:Directory[not(@Id)]"><Directory Id="{@Name}Folder" Name="{@Name}"><xsl:apply-templates /></Directory></xsl:template>
  <xsl:template match="w:Files"><ComponentGroupRef Id="{@Directory}Files" /></xsl:template>
  <xsl:template match="w:Feature"><Feature Level="1"><xsl:copy-of select="@Id" /><xsl:apply-templates /></Feature></xsl:template>
  <xsl:template match="*">
    <xsl:element name="{local-name()}"><xsl:copy-of select="@*" /><xsl:apply-templates /></xsl:element>
  </xsl:template>
</xsl:stylesheet>
