namespace Rootscope.Roots.Measures;

/// <summary>What is known of one cut in a ranking, of a product or of a product of one origin: what measures are got from.</summary>
internal interface ICutFigures
{
    /// <summary>Its size beside the others: share of output, or supply. Unit: that of the ranking.</summary>
    double Size { get; }

    /// <summary>The supply that is cut. Unit: the table's money.</summary>
    double Supply { get; }

    /// <summary>What the revenue view expects. Unit: share.</summary>
    double? FirstOrderLoss { get; }

    /// <summary>What the lens says is lost. Unit: share.</summary>
    double? Loss { get; }

    /// <summary>Loss less first-order loss. Unit: share.</summary>
    double? ExcessLoss { get; }

    /// <summary>Money lost per unit of money of supply cut. Unit: ratio.</summary>
    double? Leverage { get; }

    /// <summary>How far the loss exceeds what size says, in logs. Unit: ratio.</summary>
    double? Gap { get; }

    /// <summary>Share of value added in industries that shrink. Unit: share.</summary>
    double? Reach { get; }
}
