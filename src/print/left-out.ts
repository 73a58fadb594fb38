/**
 * Stands in the app's bundle for the libraries with which jsPDF would draw HTML and SVG (html2canvas, DOMPurify,
 * canvg): forms draw neither, and their half a megabyte would lie on every tablet.
 */
export default undefined
