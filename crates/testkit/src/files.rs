//! Small files that are what they say: what looks into evidence opens them.

/// A PDF of one page with two words on it.
pub const PDF: &[u8] = b"%PDF-1.7\n\
1 0 obj\n\
<</Type/Catalog/Pages 2 0 R>>\n\
endobj\n\
2 0 obj\n\
<</Type/Pages/Kids[3 0 R]/Count 1>>\n\
endobj\n\
3 0 obj\n\
<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\n\
endobj\n\
4 0 obj\n\
<</Length 38>>stream\n\
BT /F 9 Tf 9 9 Td (Three pauses) Tj ET\n\
endstream\n\
endobj\n\
5 0 obj\n\
<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\n\
endobj\n\
xref\n\
0 6\n\
0000000000 65535 f \n\
0000000009 00000 n \n\
0000000054 00000 n \n\
0000000105 00000 n \n\
0000000214 00000 n \n\
0000000299 00000 n \n\
trailer\n\
<</Root 1 0 R/Size 6>>\n\
startxref\n\
387\n\
%%EOF\n\
";
