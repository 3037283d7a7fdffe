namespace Rootscope.Tables;

/// <summary>An input-output table: who sells what to whom in one year, in one unit of money. Rows sell, columns buy.</summary>
/// <remarks>
/// <para>Shape: n sectors (regions × industries), n × n flows, n × K final demand, V × n primary inputs, n outputs.</para>
/// <para>Two kinds exist. In a table of <b>many regions</b> (or a closed one) a row is the output of one sector and
/// <see cref="HasImports"/> is false. In a <b>one-region</b> table with imports, flows and final demand hold domestic and imported goods
/// together, imports stand in a column, and the row identity is Σ flows + Σ final demand − imports = output.</para>
/// <para>Real tables have sectors without output, negative value added and negative final demand: all are kept as they are.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class FlowTable
{
    private readonly double[] _flows;
    private readonly double[] _finalDemand;
    private readonly double[] _valueAdded;
    private readonly double[] _output;
    private readonly double[]? _imports;
    private readonly double[]? _importedFlows;
    private readonly double[]? _importedFinalDemand;
    private readonly Lazy<string> _contentHash;

    /// <summary>Checks the parts against each other and takes them over.</summary>
    /// <exception cref="TableException">A shape does not fit, a figure is not finite, imports are given for many regions, or an output is
    /// negative.</exception>
    public FlowTable(FlowTableParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Metadata = parts.Metadata;
        Sectors = parts.Sectors;
        FinalDemandCategories = [.. parts.FinalDemandCategories];
        ValueAddedCategories = [.. parts.ValueAddedCategories];
        FlowTableShape.Check(parts);
        _flows = parts.Flows;
        _finalDemand = parts.FinalDemand;
        _valueAdded = parts.ValueAdded;
        _imports = parts.Imports;
        _importedFlows = parts.ImportedFlows;
        _importedFinalDemand = parts.ImportedFinalDemand;
        _output = parts.Output ?? FlowTableShape.RowSums(parts);
        FlowTableShape.CheckOutput(parts, _output);
        _contentHash = new Lazy<string>(() => TableHash.Of(this));
    }

    /// <summary>What the table is and where it comes from.</summary>
    public TableMetadata Metadata { get; }

    /// <summary>The order of the sectors.</summary>
    public SectorIndex Sectors { get; }

    /// <summary>The columns of final demand.</summary>
    public IReadOnlyList<FinalDemandCategory> FinalDemandCategories { get; }

    /// <summary>The rows of primary inputs.</summary>
    public IReadOnlyList<ValueAddedCategory> ValueAddedCategories { get; }

    /// <summary>Number of sectors, n.</summary>
    public int Size => Sectors.Count;

    /// <summary>Whether imports stand in a column of their own, so that flows hold domestic and imported goods together.</summary>
    public bool HasImports => _imports is not null;

    /// <summary>Whether the source tells the imported part of every use; otherwise it is spread in proportion.</summary>
    public bool HasImportedFlows => _importedFlows is not null;

    /// <summary>Intermediate flows, n × n, row-major, in the table's unit.</summary>
    public ReadOnlySpan<double> Flows => _flows;

    /// <summary>Final demand, n × K, row-major, in the table's unit.</summary>
    public ReadOnlySpan<double> FinalDemand => _finalDemand;

    /// <summary>Primary inputs, V × n, row-major, in the table's unit.</summary>
    public ReadOnlySpan<double> ValueAdded => _valueAdded;

    /// <summary>Gross output, n, in the table's unit.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>Imports by product, n, positive, in the table's unit; empty where <see cref="HasImports"/> is false.</summary>
    public ReadOnlySpan<double> Imports => _imports;

    /// <summary>The imported part of <see cref="Flows"/>; empty where <see cref="HasImportedFlows"/> is false.</summary>
    public ReadOnlySpan<double> ImportedFlows => _importedFlows;

    /// <summary>The imported part of <see cref="FinalDemand"/>; empty where <see cref="HasImportedFlows"/> is false.</summary>
    public ReadOnlySpan<double> ImportedFinalDemand => _importedFinalDemand;

    /// <summary>SHA-256 of the table's figures, codes, unit and year, in lower-case hexadecimal; the same on every machine.</summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The row of flows that sector <paramref name="seller"/> sells, n.</summary>
    public ReadOnlySpan<double> SalesOf(SectorNumber seller) => _flows.AsSpan(seller * Size, Size);

    /// <summary>The row of final demand for sector <paramref name="seller"/>, K.</summary>
    public ReadOnlySpan<double> FinalDemandFor(SectorNumber seller) =>
        _finalDemand.AsSpan(seller * FinalDemandCategories.Count, FinalDemandCategories.Count);

    /// <summary>The same table under other metadata; the figures are shared.</summary>
    public FlowTable With(TableMetadata metadata) => new(ToParts() with { Metadata = metadata });

    internal FlowTableParts ToParts() =>
        new()
        {
            Metadata = Metadata,
            Sectors = Sectors,
            FinalDemandCategories = FinalDemandCategories,
            ValueAddedCategories = ValueAddedCategories,
            Flows = _flows,
            FinalDemand = _finalDemand,
            ValueAdded = _valueAdded,
            Output = _output,
            Imports = _imports,
            ImportedFlows = _importedFlows,
            ImportedFinalDemand = _importedFinalDemand,
        };
}
