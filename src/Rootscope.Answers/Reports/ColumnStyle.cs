namespace Rootscope.Answers.Reports;

/// <summary>How a column's values are written for people; data formats always keep every digit.</summary>
public enum ColumnStyle
{
    /// <summary>Text, left-aligned.</summary>
    Text,

    /// <summary>Text that is wrapped rather than shortened.</summary>
    Prose,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A plain number with significant digits.</summary>
    Number,

    /// <summary>A number of which tenths are all that can be trusted.</summary>
    Tenths,

    /// <summary>An amount of money in the table's unit, with thousands separators.</summary>
    Money,

    /// <summary>A share: a fraction of 1 in data, percent where people read it.</summary>
    Share,

    /// <summary>True or false.</summary>
    Flag,
}
