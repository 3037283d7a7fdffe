namespace Rootscope.Storage.Screening;

/// <summary>A list that its publisher offers at a stable address, as far as is known.</summary>
/// <param name="Name">What it is called, and what a list of the workspace is called where it is not said otherwise.</param>
/// <param name="Layout">The word of its layout.</param>
/// <param name="Files">Its files, in the order in which the layout takes them.</param>
/// <param name="Page">The publisher's page, where a new address is to be found.</param>
/// <param name="Licence">Under which terms it is published, as far as known.</param>
/// <param name="Checked">
/// The day (year-month-day) on which the addresses were looked up, in what others publish of them; they were not visited by the authors.
/// </param>
/// <param name="Note">What to know before; may be empty.</param>
public sealed record PublishedList(
    string Name,
    string Layout,
    IReadOnlyList<PublishedFile> Files,
    Uri Page,
    string Licence,
    string Checked,
    string Note
);

/// <summary>A file of a published list.</summary>
/// <param name="Name">What it is kept as.</param>
/// <param name="Address">Where it lies.</param>
/// <param name="Megabytes">About how large it is. Unit: MB.</param>
public sealed record PublishedFile(string Name, Uri Address, int Megabytes);
