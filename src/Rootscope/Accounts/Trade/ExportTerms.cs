using System.Runtime.InteropServices;

namespace Rootscope.Accounts.Trade;

/// <summary>The parts of what one region exports to another.</summary>
/// <remarks>
/// Unit: the table's money. Exports = DomesticContent + ForeignContent; DomesticContent = DomesticValueAdded + DomesticDoubleCounted,
/// ForeignContent = ForeignValueAdded + ForeignDoubleCounted, DomesticValueAdded = AbsorbedAbroad + Reflected. Source: Borin and Mancini
/// (2019).
/// </remarks>
/// <param name="Exports">Gross exports.</param>
/// <param name="DomesticContent">Exporter's content (DC), double counting included.</param>
/// <param name="DomesticValueAdded">Exporter's value added (DVA), each unit once.</param>
/// <param name="AbsorbedAbroad">Of it, what is finally used in other regions (VAX).</param>
/// <param name="AbsorbedDirectly">Of that, what the importer uses without exporting again (DAVAX).</param>
/// <param name="ForeignContent">Content of all other regions (FC), double counting included.</param>
/// <param name="ForeignValueAdded">Value added of other regions (FVA), each unit once in the exporter's exports.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExportTerms(
    double Exports,
    double DomesticContent,
    double DomesticValueAdded,
    double? AbsorbedAbroad,
    double? AbsorbedDirectly,
    double ForeignContent,
    double ForeignValueAdded
)
{
    /// <summary>
    /// Exporter's value added that comes back and is used at home (REF). Unit: the table's money. Null where only totals are defined.
    /// </summary>
    public double? Reflected => DomesticValueAdded - AbsorbedAbroad;

    /// <summary>Exporter's value added counted more than once (DDC). Unit: the table's money.</summary>
    public double DomesticDoubleCounted => DomesticContent - DomesticValueAdded;

    /// <summary>Foreign value added counted more than once (FDC). Unit: the table's money.</summary>
    public double ForeignDoubleCounted => ForeignContent - ForeignValueAdded;
}
