namespace Rootscope.Tables;

/// <summary>What a <see cref="FlowTable"/> is made of. The table takes the arrays over: do not write to them afterwards.</summary>
/// <remarks>Unit of every array: <see cref="TableMetadata.Unit"/>.</remarks>
public sealed record FlowTableParts
{
    /// <summary>What the table is and where it comes from.</summary>
    public required TableMetadata Metadata { get; init; }

    /// <summary>The n sectors, region-major.</summary>
    public required SectorIndex Sectors { get; init; }

    /// <summary>The K columns of final demand.</summary>
    public required IReadOnlyList<FinalDemandCategory> FinalDemandCategories { get; init; }

    /// <summary>The V rows of primary inputs.</summary>
    public required IReadOnlyList<ValueAddedCategory> ValueAddedCategories { get; init; }

    /// <summary>
    /// Intermediate flows, n × n, row-major: rows sell, columns buy. With imports in a column they are domestic and imported together.
    /// </summary>
    public required double[] Flows { get; init; }

    /// <summary>Final demand, n × K, row-major; imported goods included where <see cref="Imports"/> is given.</summary>
    public required double[] FinalDemand { get; init; }

    /// <summary>Primary inputs, V × n, row-major.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>Gross output, n. Where null, the row sum less imports.</summary>
    public double[]? Output { get; init; }

    /// <summary>Imports by product, n, positive; null in a table whose rows hold domestic output only (many regions, or closed).</summary>
    public double[]? Imports { get; init; }

    /// <summary>The imported part of <see cref="Flows"/>, n × n, where the source gives it by user; otherwise null.</summary>
    public double[]? ImportedFlows { get; init; }

    /// <summary>The imported part of <see cref="FinalDemand"/>, n × K; given exactly when <see cref="ImportedFlows"/> is.</summary>
    public double[]? ImportedFinalDemand { get; init; }
}
