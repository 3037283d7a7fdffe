namespace Rootscope.Storage.Formats;

/// <summary>The layouts of published tables that can be read.</summary>
public enum SourceLayout
{
    /// <summary>China, National Bureau of Statistics: one CSV file (<see cref="Nbs.NbsReader"/>).</summary>
    Nbs,

    /// <summary>
    /// United States, Bureau of Economic Analysis: Use, Make and Import as three CSV files (<see cref="Bea.BeaReader"/>).
    /// </summary>
    Bea,

    /// <summary>World Input-Output Database, release 2013: one CSV file a year (<see cref="Wiod2013.WiodReader"/>).</summary>
    Wiod2013,

    /// <summary>CSV or Parquet of any layout, described by a YAML mapping (<see cref="Mapped.MappedReader"/>).</summary>
    Mapped,

    /// <summary>Frictionless data package with a mapping inside (<see cref="DataPackage.DataPackageReader"/>).</summary>
    DataPackage,

    /// <summary>A folder that pymrio has saved as text (<see cref="Pymrio.PymrioReader"/>).</summary>
    Pymrio,

    /// <summary>
    /// OECD Inter-Country Input-Output tables, editions 2016 to 2025: one CSV file a year (<see cref="Icio.IcioReader"/>).
    /// </summary>
    Icio,

    /// <summary>The same, with the parts of China and Mexico in extended files kept as regions.</summary>
    IcioParts,

    /// <summary>OECD national tables, domestic and imported rows: one CSV file (<see cref="Iot.IotReader"/>).</summary>
    Iot,

    /// <summary>
    /// World Input-Output Database, release 2016: one CSV file a year, or two of national tables (<see cref="Wiod2016.Wiod2016Reader"/>).
    /// </summary>
    Wiod2016,

    /// <summary>EXIOBASE 3, ixi or pxp: a folder (<see cref="Exiobase.ExiobaseReader"/>).</summary>
    Exiobase3,

    /// <summary>Eora26: a folder (<see cref="Eora.EoraReader"/>).</summary>
    Eora26,

    /// <summary>FIGARO of Eurostat: one CSV file, matrix or flat (<see cref="Figaro.FigaroReader"/>).</summary>
    Figaro,

    /// <summary>GLORIA: a folder (<see cref="Gloria.GloriaReader"/>).</summary>
    Gloria,

    /// <summary>A Parquet file that <c>data export</c> wrote (<see cref="Parquet.ExportedParquet"/>).</summary>
    Parquet,
}
